// check: threads=holds tasks=holds event-loop=holds
// A helper looks at the whole table and calls the right smoker.
const tobacco = new Semaphore(0);
const paper = new Semaphore(0);
const matches = new Semaphore(0);
const isDone = new Semaphore(0);
async function agent() {
  tobacco.release();
  paper.release();
  await isDone.acquire();
}
const callTobacco = new Semaphore(0);
const callMatches = new Semaphore(0);
async function helper() {
  await paper.acquire();
  if (tobacco.tryAcquire()) callMatches.release();
  else callTobacco.release();
}
async function withTobacco() {
  await callTobacco.acquire();
  await matches.acquire();
  isDone.release();
}
async function withMatches() {
  await callMatches.acquire();
  isDone.release();
}
spawn("helper", helper, { daemon: true });
spawn("with tobacco", withTobacco, { daemon: true });
spawn("with matches", withMatches, { daemon: true });
await spawn("agent", agent);
