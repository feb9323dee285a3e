// check: threads=deadlock(4) tasks=deadlock(3) event-loop=deadlock(3)
// A job waits for another job of the same pool, which waits for the worker that is busy with waiting.
const pool = new WorkerPool(1);
const inner = async () => 1;
const outer = async () => 1 + (await pool.run(inner));
assert((await pool.run(outer)) === 2);
