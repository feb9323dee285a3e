// Workers that do job after job; a full queue refuses; closing lets what is there be done.
const pool = new WorkerPool(2, { queueLimit: 1 });
async function job(n: number) {
  await sleep(10 * n);
  if (n === 3) throw new Error("three");
  return n * n;
}
const tell = (results: PromiseSettledResult<unknown>[]) =>
  console.log(results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))));
await sleep(1);
const jobs = [1, 2, 3, 4].map((n) => pool.run(() => job(n)));
console.log(pool.size, pool.busy, pool.queued, pool.closed);
tell(await Promise.allSettled(jobs));
console.log(performance.now());

// Submitting waits for admission, the result comes later.
const { result } = await pool.submit(() => job(5));
console.log(pool.busy, await result);

// A job that no worker has begun can be given up.
const busy = [pool.run(() => job(1)), pool.run(() => job(1))];
const impatient = pool.run(() => job(1), { timeoutMs: 5 });
tell(await Promise.allSettled([impatient, ...busy]));

const last = pool.run(() => job(2));
await pool.drain();
console.log("drained", pool.busy, await last);
const unfinished = pool.run(() => job(2));
await pool.close();
console.log("closed", await unfinished, pool.closed);
tell(await Promise.allSettled([pool.run(() => 1)]));
try {
  await pool.close();
} catch (error) {
  console.log(String(error));
}
//= 2 2 1 false
//= [
//=   1,
//=   4,
//=   'Error: three',
//=   'RejectedExecutionError: pool.run(): no room: 2 of 2 workers busy, 1 waiting, queueLimit 1'
//= ]
//= 41
//= 1 25
//= [ 'TimeoutError: pool.run(): timed out after 5 ms', 1, 1 ]
//= drained 0 4
//= closed 4 true
//= [ 'Error: pool.run(): the pool is closed' ]
//= Error: pool.close(): the pool is closed already
