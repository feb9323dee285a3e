// check: threads=holds tasks=holds event-loop=holds
// A job does its parts itself.
const pool = new WorkerPool(1);
const inner = async () => 1;
const outer = async () => 1 + (await inner());
assert((await pool.run(outer)) === 2);
