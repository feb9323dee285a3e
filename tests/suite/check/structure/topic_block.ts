// check: threads=holds tasks=holds event-loop=holds
// A publisher that waits for the slowest loses nothing.
const topic = new Topic<number>();
const subscription = topic.subscribe({ buffer: 1 });
const publisher = spawn("publisher", async () => {
  await topic.publish(1);
  await topic.publish(2);
  topic.close();
});
const seen: number[] = [];
for await (const value of subscription) seen.push(value);
await publisher;
assert(seen.join() === "1,2", `got ${seen}`);
