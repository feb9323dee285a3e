// lanes: model=event-loop
// Six downloads, at most two at once. Look at the semaphore's
// slots and at the line behind them. With `Promise.all` alone
// all six would start together.
const slots = new Semaphore(2);

async function download(file: number) {
  await slots.acquire();
  try {
    await io(`file ${file}`, 20 + 10 * (file % 3));
    console.log(`file ${file} is here`);
  } finally {
    slots.release();
  }
}

await Promise.all(
  [1, 2, 3, 4, 5, 6].map((file) =>
    spawn(`download ${file}`, () => download(file)),
  ),
);
