// check: threads=deadlock(7) tasks=holds event-loop=holds
// Soup and noodles: resources of different kinds make circles as well.
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
  await spoon.acquire();
  await bowl.acquire();
  bowl.release();
  spoon.release();
}
await Promise.all([spawn("eater", soup), spawn("washer", washing)]);
