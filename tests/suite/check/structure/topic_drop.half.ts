// check: threads=assertion(8) tasks=holds event-loop=holds
// Dropping the newest is no better.
const topic = new Topic<number>();
const subscription = topic.subscribe({ buffer: 1, policy: "drop-newest" });
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
