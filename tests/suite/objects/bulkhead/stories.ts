// So many run, so many wait, and everyone else is refused at once.
const db = new Bulkhead({ maxConcurrent: 1, maxQueue: 1 });
const query = (n: number) => db.execute(async () => {
  await sleep(10);
  return n;
});
const tell = (results: PromiseSettledResult<unknown>[]) =>
  console.log(results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))));
const first = query(1);
await sleep(1);
const second = query(2);
await sleep(1);
console.log(db.executionSlots, db.queueSlots);
tell(await Promise.allSettled([first, second, query(3)]));
console.log(performance.now(), db.executionSlots, db.queueSlots);

// Who waits may give up, which frees the place in the queue.
const holder = query(4);
await sleep(1);
const controller = new AbortController();
const waiter = db.execute(() => 5, { signal: controller.signal });
await sleep(1);
controller.abort(new Error("not needed any more"));
tell(await Promise.allSettled([waiter, db.execute(() => 6, { timeoutMs: 3 }), holder]));
console.log(db.executionSlots, db.queueSlots);

// A function that throws gives its slot back.
try {
  await db.execute(() => {
    throw new Error("broken");
  });
} catch (error) {
  console.log(String(error), db.executionSlots);
}
for (const wrong of [undefined, {}, { maxConcurrent: 0 }, { maxConcurrent: 1, maxQueue: -1 }, { maxConcurrent: 1.5 }]) {
  try {
    new Bulkhead(wrong as never);
  } catch (error) {
    console.log(String(error));
  }
}
//= 0 0
//= [
//=   1,
//=   2,
//=   'BulkheadRejectedError: db.execute(): 1 running and 1 waiting is as many as may'
//= ]
//= 20 1 1
//= [
//=   'Error: not needed any more',
//=   'TimeoutError: db.execute(): timed out after 3 ms',
//=   4
//= ]
//= 1 1
//= Error: broken 1
//= RangeError: new Bulkhead: maxConcurrent must be a whole number of at least 1, not undefined
//= RangeError: new Bulkhead: maxConcurrent must be a whole number of at least 1, not undefined
//= RangeError: new Bulkhead: maxConcurrent must be a whole number of at least 1, not 0
//= RangeError: new Bulkhead: maxQueue must be a whole number of at least 0, not -1
//= RangeError: new Bulkhead: maxConcurrent must be a whole number of at least 1, not 1.5
