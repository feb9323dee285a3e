// check: threads=holds tasks=holds event-loop=holds
// A task that has begun cleans up; one that has not has nothing to clean up.
let opened = 0;
let closed = 0;
const a = spawn("A", async () => {
  opened++;
  try {
    await sleep(3);
    await sleep(3);
  } finally {
    closed++;
  }
});
spawn("B", () => a.cancel());
await Promise.allSettled([a]);
assert(opened === closed, `opened ${opened}, closed ${closed}`);
