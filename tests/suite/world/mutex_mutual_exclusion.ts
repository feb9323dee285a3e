// lanes: model=threads
const m = new Mutex();
let inside = 0;
let counter = 0;
always("one at a time", () => inside <= 1);
async function worker(name) {
  for (let i = 0; i < 3; i++) {
    await m.lock();
    inside = inside + 1;
    counter = counter + 1;
    inside = inside - 1;
    m.unlock();
  }
}
await Promise.all(["A", "B", "C"].map((name) => spawn(name, () => worker(name))));
console.log(counter, m.locked, m.waiting);
//= 9 false 0
