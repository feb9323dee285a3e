// 100,000 operations by 200 workers that submit one after another, of which 100 may run at a time.
const work = () => Promise.resolve(1);
let done = 0;
async function worker() {
  for (let i = 0; i < 500; i++) {
    const one = await limited(work);
    done += one;
  }
}
async function main() {
  await Promise.all(Array.from({ length: 200 }, worker));
  finish(done);
}
main();
