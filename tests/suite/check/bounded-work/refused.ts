// check: threads=exception(5) tasks=exception(4) event-loop=exception(2)
// Whoever finds no slot is refused, and nobody is ready for that.
const db = new Bulkhead({ maxConcurrent: 1 });
await Promise.all([1, 2].map((n) => db.execute(async () => { await sleep(1); return n; })));
