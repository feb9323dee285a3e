// lanes: model=tasks
// One job fails while it holds the lock, and nobody gives the
// lock back: the next waits for ever. `withLock` gives it back
// whatever happens; so does `finally`.
const printer = new Mutex();

async function print(page: string) {
  await printer.lock();
  await io("print", 10);
  if (page === "") throw new Error("an empty page");
  console.log(page);
  printer.unlock();
}

const jobs = ["first", "", "third"].map((page, i) =>
  spawn(`job ${i + 1}`, () => print(page)),
);
for (const result of await Promise.allSettled(jobs)) {
  if (result.status === "rejected") console.log(String(result.reason));
}
