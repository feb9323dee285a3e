// check: threads=deadlock(7) tasks=holds event-loop=holds
// Waiting longer is no order: threads may be as slow as they like.
const spoon = new Semaphore(1);
const bowl = new Semaphore(1);
async function soup() {
  await bowl.acquire();
  await spoon.acquire();
  spoon.release();
  bowl.release();
}
async function washing() {
  await sleep(1000);
  await spoon.acquire();
  await bowl.acquire();
  bowl.release();
  spoon.release();
}
await Promise.all([spawn("eater", soup), spawn("washer", washing)]);
