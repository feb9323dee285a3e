// lanes: model=tasks
// Two customers, one seat. Each looks, pays, and takes it:
// between the look and the taking, the other looks as well.
// Reserve the seat before the payment, or let one customer in
// at a time.
let seats = 1;
const sold: string[] = [];

async function customer(name: string) {
  if (seats > 0) {
    await io("payment", 20);
    seats = seats - 1;
    sold.push(name);
  }
}

await Promise.all(
  ["Ann", "Bob"].map((name) => spawn(name, () => customer(name))),
);
console.log(`sold to ${sold.join(" and ")}, ${seats} left`);
assert(seats >= 0, "the seat was sold twice");
