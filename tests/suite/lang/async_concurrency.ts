const wait = (ms) => new Promise((r) => setTimeout(r, ms));
async function worker(id, jobs, done) {
  while (jobs.length > 0) {
    const job = jobs.shift();
    await wait(job * 10);
    done.push(`${id}:${job}`);
  }
}
const jobs = [3, 1, 2, 5, 4];
const done = [];
await Promise.all([worker("a", jobs, done), worker("b", jobs, done)]);
console.log(done.sort().join(" "), jobs.length);
let inFlight = 0;
let most = 0;
async function limited(n) {
  inFlight++;
  most = Math.max(most, inFlight);
  await wait(5);
  inFlight--;
  return n * n;
}
console.log(await Promise.all([1, 2, 3].map(limited)), most);
//= a:3 a:5 b:1 b:2 b:4 0
//= [ 1, 4, 9 ] 3
