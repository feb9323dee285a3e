// check: threads=assertion(9),race(9) tasks=assertion(8) event-loop=assertion(8)
// `Promise.all` fails with the first; the others go on, and find the connection closed.
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
isOpen = false;
