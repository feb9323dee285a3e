// check: threads=deadlock(11) tasks=deadlock(8) event-loop=deadlock(9)
// One more worker is enough for one nested job, not for two.
const pool = new WorkerPool(2);
const inner = async () => 1;
const outer = async () => {
  await sleep(1);
  return 1 + (await pool.run(inner));
};
const [a, b] = await Promise.all([pool.run(outer), pool.run(outer)]);
assert(a + b === 4);
