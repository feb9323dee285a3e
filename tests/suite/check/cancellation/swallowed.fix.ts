// check: tasks=holds event-loop=holds
// Errors of the work are caught where the work is, and not around what waits.
let rounds = 0;
const a = spawn("A", async () => {
  while (rounds < 3) {
    await sleep(2);
    rounds++;
  }
});
await sleep(1);
a.cancel();
try {
  await a;
} catch {}
assert(rounds < 3, "it went on");
