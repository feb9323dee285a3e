// Readers share, a writer is alone, and who comes while a writer waits stands behind it.
const lock = new RwLock();
await lock.readLock();
const writer = spawn("writer", () => lock.withWrite(async () => {
  console.log("writes", lock.readers, lock.writing);
  await sleep(10);
}));
await sleep(1);
const readers = ["r1", "r2"].map((name) => spawn(name, async () => {
  const said = await lock.withRead(async () => {
    console.log(name, "reads");
    await sleep(5);
    return lock.readers;
  });
  console.log(name, "was one of", said);
}));
await sleep(1);
console.log("waiting", lock.waiting, lock.tryReadLock(), lock.tryWriteLock());
lock.readUnlock();
await writer;
await Promise.all(readers);
console.log(lock.readers, lock.writing, lock.waiting, lock.tryWriteLock());
lock.writeUnlock();

// When a waiting writer gives up, the readers behind it go in at once.
await lock.readLock();
const late = spawn("late writer", async () => {
  try {
    await lock.writeLock({ timeoutMs: 10 });
  } catch (error) {
    console.log((error as Error).message);
  }
});
await sleep(1);
const behind = spawn("behind", async () => {
  await lock.readLock();
  console.log("in at", performance.now() > 10, lock.readers);
  lock.readUnlock();
});
await Promise.all([late, behind]);
lock.readUnlock();

// Readers that are preferred pass a waiting writer.
const open = new RwLock({ prefer: "readers" });
await open.readLock();
const starved = spawn("starved", async () => {
  await open.writeLock();
  console.log("at last");
  open.writeUnlock();
});
await sleep(1);
console.log("passed", open.tryReadLock(), open.waiting);
open.readUnlock();
open.readUnlock();
await starved;
//= in EventLoop:
//= waiting 3 false false
//= writes 0 true
//= r1 reads
//= r2 reads
//= r1 was one of 2
//= r2 was one of 1
//= 0 false 0 true
//= in at true 2
//= lock.writeLock(): timed out after 10 ms
//= passed true 1
//= at last
//= in Tasks:
//= waiting 3 false false
//= writes 0 true
//= r1 reads
//= r2 reads
//= r1 was one of 2
//= r2 was one of 2
//= 0 false 0 true
//= in at true 2
//= lock.writeLock(): timed out after 10 ms
//= passed true 1
//= at last
//= in Threads:
//= waiting 3 false false
//= writes 0 true
//= r1 reads
//= r2 reads
//= r1 was one of 2
//= r2 was one of 1
//= 0 false 0 true
//= in at true 2
//= lock.writeLock(): timed out after 10 ms
//= passed true 1
//= at last
