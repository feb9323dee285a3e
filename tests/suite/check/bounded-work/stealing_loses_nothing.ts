// check: threads=holds tasks=holds event-loop=holds
// Two workers with a queue each; a job makes two more: each is done once, whoever does it.
const pool = new WorkerPool(2, { stealing: true });
const done = new AtomicInt();
const leaf = async (n: number) => void done.add(n);
await pool.run(async () => {
  void pool.run(() => leaf(1));
  void pool.run(() => leaf(10));
});
await pool.drain();
assert(done.get() === 11, `${done.get()}`);
assert(pool.queued === 0 && pool.busy === 0);
