// check: threads=deadlock(7) tasks=deadlock(5) event-loop=holds
// Another order at the table helps until both look at the paper.
const tobacco = new Semaphore(0);
const paper = new Semaphore(0);
const matches = new Semaphore(0);
const isDone = new Semaphore(0);
async function agent() {
  tobacco.release();
  paper.release();
  await isDone.acquire();
}
async function withTobacco() {
  await paper.acquire();
  await matches.acquire();
  isDone.release();
}
async function withMatches() {
  await paper.acquire();
  await tobacco.acquire();
  isDone.release();
}
spawn("with matches", withMatches, { daemon: true });
spawn("with tobacco", withTobacco, { daemon: true });
await spawn("agent", agent);
