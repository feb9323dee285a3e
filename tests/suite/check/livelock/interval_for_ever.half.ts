// check: threads=livelock(9) tasks=livelock(10) event-loop=livelock(11)
// Cleared, but not when the work fails.
const spinner = setInterval(() => {}, 10);
async function load() {
  await sleep(25);
  throw new Error("no network");
}
try {
  await load();
  clearInterval(spinner);
} catch (error) {
  console.log(String(error));
}
