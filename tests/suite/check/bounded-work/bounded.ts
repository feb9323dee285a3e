// check: threads=assertion(5) tasks=assertion(4) event-loop=assertion(1)
// Three calls at once, where two are allowed.
const active = new AtomicInt();
async function call() {
  assert(active.increment() <= 2, "too many at once");
  await sleep(1);
  active.decrement();
}
await Promise.all([call(), call(), call()]);
