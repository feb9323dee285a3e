// What happens to a job for which there is no room, by the rule of the pool.
for (const rejection of ["abort", "caller-runs", "discard", "discard-oldest", "block"] as const) {
  const pool = new WorkerPool(1, { queueLimit: 1, rejection });
  await sleep(1);
  const done: string[] = [];
  const job = (name: string) => async () => {
    await sleep(name === "c" ? 4 : 10);
    done.push(name);
    return name;
  };
  const results = await Promise.allSettled(["a", "b", "c"].map((name) => pool.run(job(name))));
  console.log(rejection, done.join(" "), results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))));
  await pool.close();
}
// With "block" the producer can be held back: submit() goes on when the job has been let in.
const pool = new WorkerPool(1, { queueLimit: 1, rejection: "block" });
await sleep(1);
const start = performance.now();
for (let i = 0; i < 4; i++) {
  await pool.submit(() => sleep(10));
  console.log("let in", performance.now() - start);
}
await pool.drain();
console.log("done", performance.now() - start);
//= abort a b [
//=   'a',
//=   'b',
//=   'RejectedExecutionError: pool.run(): no room: 1 of 1 workers busy, 1 waiting, queueLimit 1'
//= ]
//= caller-runs c a b [ 'a', 'b', 'c' ]
//= discard a b [ 'a', 'b', undefined ]
//= discard-oldest a c [ 'a', undefined, 'c' ]
//= block a b c [ 'a', 'b', 'c' ]
//= let in 0
//= let in 0
//= let in 10
//= let in 20
//= done 40
