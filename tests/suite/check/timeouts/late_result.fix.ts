// check: tasks=holds tasks/any=holds event-loop=holds
// Whoever has something to show asks whether it is still wanted.
let changes = 0;
let isDecided = false;
function show() {
  if (isDecided) return;
  isDecided = true;
  changes++;
}
async function query() {
  await sleep(5);
  show();
}
const result = query();
const isAnswered = await Promise.race([result.then(() => true), sleep(10).then(() => false)]);
if (!isAnswered) show();
await result;
assert(changes === 1, "shown twice");
