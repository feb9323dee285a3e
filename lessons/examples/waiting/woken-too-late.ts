// lanes: model=threads
// Two takers wait for bread. One loaf comes, both are told, and
// both take it: `if` asks once, before the wait, and who has
// slept must ask again. Write `while` instead.
let loaves = 0;
const shop = new Mutex();
const bread = new Condition(shop);

async function taker() {
  await shop.lock();
  if (loaves === 0) await bread.wait();
  loaves = loaves - 1;
  shop.unlock();
}

async function baker() {
  for (let i = 0; i < 2; i++) {
    await shop.lock();
    loaves = loaves + 1;
    bread.notifyAll();
    shop.unlock();
  }
}

always("no loaf is taken twice", () => loaves >= 0);
await Promise.all([
  spawn("Ann", taker),
  spawn("Bob", taker),
  spawn("baker", baker),
]);
