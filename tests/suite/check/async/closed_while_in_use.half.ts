// check: threads=assertion(11),race(11) tasks=assertion(9) event-loop=holds
// A little patience.
let isOpen = true;
async function use(ms: number, isBroken: boolean) {
  await sleep(ms);
  if (isBroken) throw new Error("broken");
  assert(isOpen, "the connection is closed");
}
try {
  await Promise.all([spawn("A", () => use(1, true)), spawn("B", () => use(2, false))]);
} catch {
  console.log("failed");
}
await sleep(1);
isOpen = false;
