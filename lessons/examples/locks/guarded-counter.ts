// lanes: model=threads
// A lock makes reading, adding and writing one thing for
// everybody who takes it. Press Prove: it holds in every order.
// Then take the lock out of one of the two, which is enough to
// lose an update.
let visitors = 0;
const door = new Mutex();

async function clerk() {
  await door.lock();
  visitors = visitors + 1;
  door.unlock();
}

await Promise.all([spawn("Ann", clerk), spawn("Bob", clerk)]);
console.log(`${visitors} visitors`);
assert(visitors === 2, "a visitor was not counted");
