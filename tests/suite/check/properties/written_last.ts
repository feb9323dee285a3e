// check: threads=race(3),assertion(5) tasks=assertion(4) event-loop=holds
// Who writes last wins, and nothing says who that is. The closure that looks is made only when both are done.
let winner = "";
const a = spawn("A", () => {
  winner = "A";
});
const b = spawn("B", () => {
  winner = "B";
});
await Promise.all([a, b]);
const look = () => winner;
assert(look() === "B", `${look()} was last`);
