// lanes: model=tasks
const s = new Semaphore(2);
let inFlight = 0;
let most = 0;
async function job(id) {
  await s.acquire();
  inFlight++;
  most = Math.max(most, inFlight);
  await sleep(10);
  inFlight--;
  s.release();
}
await Promise.all([1, 2, 3, 4, 5].map((id) => spawn("job " + id, () => job(id))));
console.log(most, s.available, s.waiting, performance.now());
//= 2 2 0 30
