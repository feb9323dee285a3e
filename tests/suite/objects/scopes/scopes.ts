const scope = new ConcurrencyScope();
const a = scope.spawn(async (signal) => {
  await sleep(5);
  return "a";
});
const b = scope.spawn(async (signal) => {
  await sleep(1);
  return "b";
});
console.log(await scope.join());
const failing = new ConcurrencyScope();
failing.spawn(async () => {
  try {
    await sleep(100);
  } finally {
    console.log("cleaned up at", performance.now());
  }
});
failing.spawn(async () => {
  await sleep(10);
  throw new Error("no stock");
});
failing.signal.addEventListener("abort", () => console.log("told", failing.signal.reason.message));
try {
  await failing.join();
} catch (e) {
  console.log(e.message, performance.now(), failing.aborted);
}
try {
  await failing.spawn(async () => 1);
} catch (e) {
  console.log(e.message);
}
const outer = new ConcurrencyScope({ deadlineMs: 20 });
const inner = new ConcurrencyScope({ parent: outer });
inner.spawn(async (signal) => {
  try {
    await sleep(500);
  } catch (e) {
    console.log("inner", e.name, e.message, signal.aborted);
    throw e;
  }
});
outer.spawn(async () => {
  await sleep(500);
});
console.log(
  (await outer.settle()).map((r) => r.status),
  (await inner.settle()).map((r) => r.reason.name),
  performance.now(),
);
const polite = new ConcurrencyScope({ cancel: false });
polite.spawn(async (signal) => {
  while (!signal.aborted) await sleep(1);
  return "saw it";
});
await sleep(3);
polite.abort("enough");
console.log((await polite.settle())[0].value, polite.reason);
//= [ 'a', 'b' ]
//= told Task failed
//= cleaned up at 15
//= no stock 15 true
//= Scope already aborted
//= inner TimeoutError the deadline of outer is over true
//= [ 'rejected' ] [ 'TimeoutError' ] 35
//= saw it enough
