// check: threads=deadlock(8) tasks=deadlock(6) event-loop=deadlock(6)
// Cigarette smokers: the agent puts paper and tobacco on the table, and who has no use for both takes one of them.
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
  await tobacco.acquire();
  await paper.acquire();
  isDone.release();
}
spawn("with tobacco", withTobacco, { daemon: true });
spawn("with matches", withMatches, { daemon: true });
await spawn("agent", agent);
