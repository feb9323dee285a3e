// What a pool refuses; nothing has changed then.
const attempts: Array<() => unknown> = [
  () => new WorkerPool(0),
  () => new WorkerPool(-1),
  () => new WorkerPool(1.5),
  () => new WorkerPool(NaN),
  () => new WorkerPool(Infinity),
  () => new WorkerPool(1_000),
  () => new WorkerPool("two" as never),
  () => new WorkerPool(1, { queueLimit: -1 }),
  () => new WorkerPool(1, { queueLimit: 0.5 }),
  () => new WorkerPool(1, { rejection: "later" as never }),
  () => (WorkerPool as never as (n: number) => void)(1),
];
for (const attempt of attempts) {
  try {
    attempt();
    console.log("accepted");
  } catch (error) {
    console.log(String(error));
  }
}
const pool = new WorkerPool(1);
try {
  await pool.run(5 as never);
} catch (error) {
  console.log(String(error), pool.queued);
}
//= RangeError: new WorkerPool: the number of workers must be a whole number from 1 to 64, not 0
//= RangeError: new WorkerPool: the number of workers must be a whole number from 1 to 64, not -1
//= RangeError: new WorkerPool: the number of workers must be a whole number from 1 to 64, not 1.5
//= RangeError: new WorkerPool: the number of workers must be a whole number from 1 to 64, not NaN
//= RangeError: new WorkerPool: the number of workers must be a whole number from 1 to 64, not Infinity
//= RangeError: new WorkerPool: the number of workers must be a whole number from 1 to 64, not 1000
//= RangeError: new WorkerPool: the number of workers must be a whole number from 1 to 64, not "two"
//= RangeError: new WorkerPool: queueLimit must be a whole number of at least 0, not -1
//= RangeError: new WorkerPool: queueLimit must be a whole number of at least 0, not 0.5
//= RangeError: new WorkerPool: rejection must be one of "abort", "caller-runs", "discard", "discard-oldest", "block", not "later"
//= TypeError: Class constructor WorkerPool cannot be invoked without 'new'
//= TypeError: pool.run(): a job is a function, not 5 0
