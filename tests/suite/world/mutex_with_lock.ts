const m = new Mutex();
const value = await m.withLock(async () => {
  console.log("inside", m.locked);
  await sleep(1);
  return "result";
});
console.log(value, m.locked);
try {
  await m.withLock(() => { throw new Error("inside"); });
} catch (e) {
  console.log(e.message, m.locked);
}
console.log(m.tryLock(), m.tryLock());
m.unlock();
try {
  m.unlock();
} catch (e) {
  console.log("over-release throws:", e instanceof Error);
}
//= inside true
//= result false
//= inside false
//= true false
//= over-release throws: true
