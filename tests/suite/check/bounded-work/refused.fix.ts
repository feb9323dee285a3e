// check: threads=holds tasks=holds event-loop=holds
// A refusal is an answer, too.
const db = new Bulkhead({ maxConcurrent: 1 });
const results = await Promise.allSettled([1, 2].map((n) => db.execute(async () => { await sleep(1); return n; })));
assert(results.some((result) => result.status === "fulfilled"));
assert(db.executionSlots === 1, "a slot was lost");
