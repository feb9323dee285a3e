// check: threads=exception(6) tasks=exception(5) event-loop=exception(2)
// Room for one more to wait is not enough for three.
const db = new Bulkhead({ maxConcurrent: 1, maxQueue: 1 });
await Promise.all([1, 2, 3].map((n) => db.execute(async () => { await sleep(1); return n; })));
