// check: threads=assertion(9) tasks=holds
// A receive with a time limit: if it is over first, the sender of a rendezvous waits for ever, unless it has a limit too.
const reply = new Channel<number>();
const worker = spawn("worker", async () => {
  await sleep(5);
  await select([reply.onSend(42), after(100)]);
});
const { index, value } = await select([reply.onReceive(), after(10)]);
await worker;
assert(index === 0 && value === 42, "too late");
