// lanes: model=tasks
// Many may read at once, but who writes is alone. Watch the
// lock's card: readers share it, the writer waits until they
// are out, and readers who come after the writer wait behind
// it.
const prices = new RwLock();
let price = 10;
let tax = 2;

async function reader() {
  await prices.withRead(async () => {
    await sleep(5);
    assert(tax * 5 === price, "price and tax do not go together");
  });
}

async function writer() {
  await prices.withWrite(async () => {
    price = 20;
    await sleep(10);
    tax = 4;
  });
}

await Promise.all([
  spawn("reader 1", reader),
  spawn("reader 2", reader),
  spawn("writer", writer),
  spawn("reader 3", reader),
]);
console.log(`price ${price}, tax ${tax}`);
