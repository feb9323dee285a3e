// check: threads=holds tasks=holds event-loop=holds
// Whoever waits for an aborted scope goes on when all of its children have cleaned up, whether they had begun or not.
let open = 0;
const scope = new ConcurrencyScope();
scope.spawn(async () => {
  open++;
  try {
    await sleep(10);
  } finally {
    open--;
  }
});
scope.spawn(async () => {
  await yieldNow();
  scope.abort("no stock");
});
await scope.settle();
assert(open === 0, "left open");
