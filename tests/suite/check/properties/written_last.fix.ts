// check: threads=holds tasks=holds event-loop=holds
// B begins when A has ended.
let winner = "";
const a = spawn("A", () => {
  winner = "A";
});
const b = spawn("B", async () => {
  await a;
  winner = "B";
});
await Promise.all([a, b]);
const look = () => winner;
assert(look() === "B", `${look()} was last`);
