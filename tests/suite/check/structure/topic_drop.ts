// check: threads=assertion(8) tasks=holds event-loop=holds
// A buffer that drops the oldest keeps publishers going, and what it drops depends on who is quicker.
const topic = new Topic<number>();
const subscription = topic.subscribe({ buffer: 1, policy: "drop-oldest" });
const publisher = spawn("publisher", async () => {
  for (const value of [1, 2]) {
    await topic.publish(value);
    await yieldNow();
  }
  topic.close();
});
const seen: number[] = [];
for await (const value of subscription) seen.push(value);
await publisher;
assert(seen.length === 2, `got ${seen}`);
