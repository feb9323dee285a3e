// lanes: model=tasks
// A barber, two chairs to wait on, four customers. Who finds no
// chair leaves; who finds one waits for the barber, who sleeps
// until somebody comes (Dijkstra, 1965).
const CHAIRS = 2;
const chairs = new Semaphore(CHAIRS);
const customers = new Semaphore(0);
const barber = new Semaphore(0);
let cut = 0;
let left = 0;

spawn(
  "barber",
  async () => {
    while (true) {
      await customers.acquire();
      chairs.release();
      await sleep(30);
      cut = cut + 1;
      barber.release();
    }
  },
  { daemon: true },
);

async function customer(n: number) {
  await sleep(5 * n);
  if (!chairs.tryAcquire()) {
    left = left + 1;
    console.log(`customer ${n} finds no chair`);
    return;
  }
  customers.release();
  await barber.acquire();
  console.log(`customer ${n} looks good`);
}

await Promise.all(
  [1, 2, 3, 4].map((n) => spawn(`customer ${n}`, () => customer(n))),
);
assert(cut + left === 4, "somebody was forgotten");
