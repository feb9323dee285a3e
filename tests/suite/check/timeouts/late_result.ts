// check: tasks=holds tasks/any=assertion(9) event-loop=holds
// The page has given up and says so, and then the result comes and is shown over it.
let changes = 0;
async function query() {
  await sleep(5);
  changes++; // shows the result
}
const result = query();
const isAnswered = await Promise.race([result.then(() => true), sleep(10).then(() => false)]);
if (!isAnswered) changes++; // shows "timed out"
await result;
assert(changes === 1, "shown twice");
