// check: tasks=assertion(9) event-loop=assertion(10)
// A loop that catches every error catches the one that was to end it, too.
let rounds = 0;
const a = spawn("A", async () => {
  while (rounds < 3) {
    try {
      await sleep(1);
    } catch {}
    rounds++;
  }
});
await sleep(1);
a.cancel();
try {
  await a;
} catch {}
assert(rounds < 3, "it went on");
