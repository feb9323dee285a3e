// check: tasks=holds threads=holds event-loop=exception(2)
// In the next round of the event loop is a round too late.
const failing = spawn("loader", async () => {
  throw new Error("no network");
});
setTimeout(() => failing.catch(() => {}), 0);
await sleep(1);
try {
  await failing;
} catch (error) {
  console.log(String(error));
}
