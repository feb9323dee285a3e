// check: tasks=holds tasks/any=assertion(9) event-loop=holds
// Asked before the wait, when it was still wanted.
let changes = 0;
let hasGivenUp = false;
async function query() {
  if (hasGivenUp) return;
  await sleep(5);
  changes++; // shows the result
}
const result = query();
const isAnswered = await Promise.race([result.then(() => true), sleep(10).then(() => false)]);
hasGivenUp = !isAnswered;
if (hasGivenUp) changes++; // shows "timed out"
await result;
assert(changes === 1, "shown twice");
