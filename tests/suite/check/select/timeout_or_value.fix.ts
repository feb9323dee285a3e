// check: threads=holds tasks=holds event-loop=holds
const reply = new Channel<number>();
const worker = spawn("worker", async () => {
  await sleep(5);
  await select([reply.onSend(42), after(100)]);
});
const { index, value } = await select([reply.onReceive(), after(10)]);
await worker;
assert(index === 1 ? value === undefined : value === 42, "neither");
