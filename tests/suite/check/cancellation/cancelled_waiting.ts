// check: threads=holds tasks=holds event-loop=holds
// Three in line for a lock, of whom two are cancelled at any moment: nobody is forgotten, and the lock is free at the end.
const lock = new Mutex();
let uses = 0;
const use = () =>
  lock.withLock(async () => {
    await yieldNow();
    uses++;
  });
const a = spawn("A", use);
const b = spawn("B", use);
const c = spawn("C", use);
await yieldNow();
a.cancel();
b.cancel("no longer needed");
await Promise.allSettled([a, b, c]);
assert(!lock.locked && lock.waiting === 0, "the lock was left behind");
assert(uses >= 1, "C was forgotten");
