// check: threads=assertion(9) tasks=holds
// A longer limit is no promise where threads may be slow.
const reply = new Channel<number>();
const worker = spawn("worker", async () => {
  await sleep(5);
  await select([reply.onSend(42), after(100)]);
});
const { index, value } = await select([reply.onReceive(), after(1_000)]);
await worker;
assert(index === 0 && value === 42, "too late");
