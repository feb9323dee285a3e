// check: threads=holds tasks=holds
// Building water: two hydrogens and one oxygen meet, whoever comes first.
const hydrogen = new Semaphore(0);
const oxygen = new Semaphore(0);
const bonded = new AtomicInt(0);
async function h() {
  hydrogen.release();
  await oxygen.acquire();
  bonded.increment();
}
async function o() {
  await hydrogen.acquire();
  await hydrogen.acquire();
  oxygen.release();
  oxygen.release();
  bonded.increment();
}
await Promise.all([spawn("H1", h), spawn("H2", h), spawn("O", o)]);
assert(bonded.get() === 3);
