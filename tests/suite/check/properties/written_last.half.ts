// check: threads=race(5),assertion(7) tasks=holds event-loop=holds
// A delay is enough only where code takes no time.
let winner = "";
const a = spawn("A", () => {
  winner = "A";
});
const b = spawn("B", async () => {
  await sleep(1);
  winner = "B";
});
await Promise.all([a, b]);
const look = () => winner;
assert(look() === "B", `${look()} was last`);
