// Every worker has its own queue; who has nothing to do steals the oldest job of another.
const pool = new WorkerPool(2, { stealing: true });
await sleep(1);
const done: string[] = [];
const leaf = (name: string) => async () => {
  await sleep(10);
  done.push(`${name} at ${performance.now() - 1}`);
};
await pool.run(async () => {
  const parts = ["a", "b", "c", "d"].map((name) => pool.run(leaf(name)));
  await sleep(10);
  done.push("root");
  void parts;
});
await pool.drain();
console.log(done.join(", "));
//= root, a at 10, d at 20, b at 20, c at 30
