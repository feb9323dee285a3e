// check: tasks=holds threads=holds event-loop=holds
// Somebody is responsible from the start.
const failing = spawn("loader", async () => {
  throw new Error("no network");
});
failing.catch(() => {});
await sleep(1);
try {
  await failing;
} catch (error) {
  console.log(String(error));
}
