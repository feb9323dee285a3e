// cockatiel 3.2.1's bulkhead and our Bulkhead: who runs, who waits, who is refused, and the slots that are left.
//
// Left out on purpose:
// - Between the end of a call and the next one's begin cockatiel's slot is free for a microtask, and a newcomer may take it;
//   ours goes to the longest waiter at once.
// - The words of a refusal: ours has the object's name and the numbers. Its name is the same.
//- theirs
import { bulkhead } from "cockatiel";
const make = (slots: number, queue: number) => bulkhead(slots, queue);
const isRefusal = (error: any) => error.isBulkheadRejectedError === true;
//- ours
const make = (maxConcurrent: number, maxQueue: number) => new Bulkhead({ maxConcurrent, maxQueue });
const isRefusal = (error: any) => error.name === "BulkheadRejectedError";
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
for (const [slots, queue] of [[1, 0], [1, 1], [2, 1]]) {
  const start = performance.now();
  const db = make(slots, queue);
  const log: string[] = [];
  const calls = [5, 3, 4, 1].map((ms, index) =>
    db.execute(async () => {
      log.push(`${index} begins at ${performance.now() - start}`);
      await sleep(ms);
      if (index === 0) throw new Error("zero");
      return index;
    }),
  );
  log.push(`${db.executionSlots} slots, ${db.queueSlots} in the queue`);
  const results = await Promise.allSettled(calls);
  const told = results.map((result) =>
    result.status === "fulfilled" ? result.value : isRefusal(result.reason) ? "refused" : result.reason.message,
  );
  console.log(`${slots} + ${queue}: ${told.join()}\n${log.join("\n")}`);
  console.log(db.executionSlots, db.queueSlots, performance.now() - start);
}
