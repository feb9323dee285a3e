//- schedule: v1 model=threads granularity=access time=any seed=0 : 0 1 2*2 1*3 2*2 0
// A private field, a method, a generator and a conversion of the program's own: each is a frame that another thread can
// step in between, and the update that is lost on the way is found.
// lanes: model=threads
class Counter {
  #n = 0;
  get n() { return this.#n; }
  inc() { this.#n = this.#n + 1; }
}
const c = new Counter();
function* steps(k) { for (let i = 0; i < k; i++) { c.inc(); yield i; } }
async function worker() {
  for (const s of steps(1)) console.log(`${{ toString: () => `after ${s}: ${c.n}` }}`);
}
await Promise.all([spawn(worker), spawn(worker)]);
//= after 0: 1
//= after 0: 1
