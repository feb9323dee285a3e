import PQueue from "p-queue";

const queue = new PQueue({ concurrency: 2 });
const log: string[] = [];
queue.on("active", () => log.push(`active ${queue.size}/${queue.pending}`));
queue.on("idle", () => log.push("idle"));
const job = (name: string, ms: number, priority = 0) =>
  queue.add(
    async () => {
      log.push(name);
      await new Promise((resolve) => setTimeout(resolve, ms));
      return name;
    },
    { priority },
  );
console.log(await Promise.all([job("a", 20), job("b", 10), job("low", 5), job("high", 5, 9)]));
await queue.onIdle();
console.log(log);
queue.pause();
const later = queue.add(() => "after start");
console.log(queue.isPaused, queue.size);
queue.start();
console.log(await later);
await queue
  .add(async () => {
    throw new RangeError("in a job");
  })
  .catch((error) => console.log(String(error)));
queue.clear();
console.log(queue.size, queue.pending);
