// lanes: model=threads
// Two clerks count the visitors. `visitors = visitors + 1`
// reads, adds and writes: whoever writes last wins, and the
// other visitor was never counted. Click lanes to lose one by
// hand, then press Prove.
let visitors = 0;

async function clerk() {
  visitors = visitors + 1;
}

await Promise.all([spawn("Ann", clerk), spawn("Bob", clerk)]);
console.log(`${visitors} visitors`);
assert(visitors === 2, "a visitor was not counted");
