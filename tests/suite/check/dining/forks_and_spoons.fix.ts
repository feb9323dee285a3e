// check: threads=holds tasks=holds event-loop=holds
// The bowl before the spoon, always.
const spoon = new Semaphore(1);
const bowl = new Semaphore(1);
async function soup() {
  await bowl.acquire();
  await spoon.acquire();
  spoon.release();
  bowl.release();
}
async function washing() {
  await sleep(1);
  await bowl.acquire();
  await spoon.acquire();
  spoon.release();
  bowl.release();
}
await Promise.all([spawn("eater", soup), spawn("washer", washing)]);
