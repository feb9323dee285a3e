// Giving back what is not held; the lock is as it was before.
const lock = new RwLock();
const told = (fn: () => void) => {
  try {
    fn();
    console.log("fine");
  } catch (error) {
    console.log((error as Error).name + ":", (error as Error).message);
  }
};
told(() => lock.readUnlock());
told(() => lock.writeUnlock());
await spawn("A", () => lock.readLock());
told(() => lock.readUnlock());
told(() => lock.writeUnlock());
console.log(lock.readers, lock.writing);
const other = new RwLock();
await spawn("B", () => other.writeLock());
told(() => other.writeUnlock());
told(() => new RwLock({ prefer: "writers" } as any));
told(() => (RwLock as any)());
try {
  await lock.withRead(() => {
    throw new Error("inside");
  });
} catch (error) {
  console.log((error as Error).message, lock.readers);
}
//= Error: lock.readUnlock(): nobody holds a read lock
//= Error: lock.writeUnlock(): nobody holds the write lock
//= Error: lock.readUnlock(): this task holds no read lock, only others do (1)
//= Error: lock.writeUnlock(): nobody holds the write lock
//= 1 false
//= Error: other.writeUnlock(): B holds the write lock, not this task
//= RangeError: new RwLock: prefer must be "fair" or "readers", not "writers"
//= TypeError: Class constructor RwLock cannot be invoked without 'new'
//= inside 1
