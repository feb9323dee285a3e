// lanes: model=event-loop
// A server that fails twice, and a client that tries again:
// after 100 ms, then after 200. Waiting longer each time gives
// the server time to recover; `jitter: "full"` keeps many
// clients from coming back at once.
let attempts = 0;

async function server() {
  attempts = attempts + 1;
  await io("server", 10);
  if (attempts <= 2) throw new Error("busy");
  return "done";
}

const answer = await retry(server, {
  retries: 4,
  minTimeout: 100,
  factor: 2,
  onFailedAttempt: ({ attemptNumber, error }) =>
    console.log(`attempt ${attemptNumber}: ${error.message}`),
});
console.log(`${answer} at ${Date.now()} ms`);
