// check: threads=holds tasks=holds event-loop=holds
// Close when all have ended, however.
let isOpen = true;
async function use(ms: number, isBroken: boolean) {
  await sleep(ms);
  if (isBroken) throw new Error("broken");
  assert(isOpen, "the connection is closed");
}
try {
  await Promise.allSettled([spawn("A", () => use(1, true)), spawn("B", () => use(2, false))]);
} catch {
  console.log("failed");
}
isOpen = false;
