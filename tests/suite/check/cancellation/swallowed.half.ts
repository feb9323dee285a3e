// check: tasks=assertion(9) event-loop=assertion(10)
// Passing it on only later is too late: it is thrown once.
let rounds = 0;
const a = spawn("A", async () => {
  while (rounds < 3) {
    try {
      await sleep(1);
    } catch (error) {
      if (rounds > 1) throw error;
    }
    rounds++;
  }
});
await sleep(1);
a.cancel();
try {
  await a;
} catch {}
assert(rounds < 3, "it went on");
