// check: tasks=holds event-loop=holds
// When one child fails, the others have cleaned up before anybody goes on.
let open = 0;
const scope = new ConcurrencyScope();
scope.spawn(async () => {
  open++;
  try {
    await sleep(10);
  } catch {
    // It was stopped, and ends well.
  } finally {
    open--;
  }
});
scope.spawn(async () => {
  await yieldNow();
  throw new Error("no stock");
});
await scope.join().catch(() => {});
assert(open === 0, "left open");
