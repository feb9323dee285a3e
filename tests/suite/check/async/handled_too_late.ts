// check: tasks=holds threads=holds event-loop=exception(2)
// The error is caught, but not before the event loop has asked who will.
const failing = spawn("loader", async () => {
  throw new Error("no network");
});
await sleep(1);
try {
  await failing;
} catch (error) {
  console.log(String(error));
}
