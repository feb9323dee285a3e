// The lane waits for a callback of its own, and that for a lock which it holds.
const lock = new Mutex();
const handled = Promise.resolve().then(async () => {
  await lock.lock();
  console.log("locked");
  await lock.lock();
});
await handled;
//= locked
//! deadlock: main waits for lock, held by itself
