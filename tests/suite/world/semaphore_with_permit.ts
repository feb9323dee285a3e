const s = new Semaphore(1);
const results = await Promise.all([1, 2, 3].map((n) => s.withPermit(async () => {
  await sleep(10);
  return n * 10;
})));
console.log(results, s.available, performance.now());
console.log(s.tryAcquire(), s.tryAcquire(), s.available);
s.release();
//= [ 10, 20, 30 ] 1 30
//= true false 0
