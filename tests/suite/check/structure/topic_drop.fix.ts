// check: threads=holds tasks=holds event-loop=holds
// Publishers wait for whoever is slow.
const topic = new Topic<number>();
const subscription = topic.subscribe({ buffer: 1, policy: "block" });
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
