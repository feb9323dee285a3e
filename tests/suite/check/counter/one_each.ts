// lanes: model=threads
// check: threads=holds statement=holds tasks=holds event-loop=holds
// Every thread counts in a place of its own, and the sum is made when all are done: nothing to protect.
const parts = { a: 0, b: 0 };
async function left() {
  for (let i = 0; i < 2; i++) parts.a = parts.a + 1;
}
async function right() {
  for (let i = 0; i < 2; i++) parts.b = parts.b + 1;
}
await Promise.all([spawn("A", left), spawn("B", right)]);
assert(parts.a + parts.b === 4);
