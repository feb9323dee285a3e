// check: threads=holds tasks=holds event-loop=holds
// Three stages, each closes what it fills: everything arrives, in order.
const numbers = new Channel<number>();
const squares = new Channel<number>();
const seen: number[] = [];
async function source() {
  for (let i = 1; i <= 3; i++) await numbers.send(i);
  numbers.close();
}
async function square() {
  for (let n = await numbers.receive(); n !== undefined; n = await numbers.receive()) await squares.send(n * n);
  squares.close();
}
async function sink() {
  for (let n = await squares.receive(); n !== undefined; n = await squares.receive()) seen.push(n);
}
await Promise.all([spawn("source", source), spawn("square", square), spawn("sink", sink)]);
assert(seen.join() === "1,4,9", seen.join());
