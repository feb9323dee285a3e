// lanes: model=event-loop
// An answer and a time limit race. Whoever loses goes on unless
// it is told to stop: `withTimeout` hands a signal in, and the
// wait that listens to it ends. Take the signal away and see
// the answer come all the same.
async function slow(signal?: AbortSignal) {
  await sleep(100, { signal });
  console.log("the answer nobody waits for any more");
  return 42;
}

try {
  console.log(await withTimeout((signal) => slow(signal), 60));
} catch (error) {
  console.log(`gave up after 60 ms: ${(error as Error).name}`);
}
