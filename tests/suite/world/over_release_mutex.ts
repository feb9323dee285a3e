const lock = new Mutex();
try {
  lock.unlock();
} catch (error) {
  console.log("caught", error.message);
}
await lock.lock();
lock.unlock();
lock.unlock();
//= caught lock.unlock(): the mutex is not locked
//! Error: lock.unlock(): the mutex is not locked
