// check: threads=deadlock(8) tasks=deadlock(9) event-loop=deadlock(9)
// Two oxygens share out the hydrogens: each has one of the two pairs' halves.
const hydrogen = new Semaphore(0);
async function h() {
  hydrogen.release();
}
async function o() {
  await hydrogen.acquire();
  await hydrogen.acquire();
}
await Promise.all([spawn("H1", h), spawn("H2", h), spawn("O1", o), spawn("O2", o), spawn("H3", h)]);
