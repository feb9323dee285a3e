// lanes: model=event-loop
// A server is down for a while. After three failures the
// breaker opens: calls are refused at once, and the server has
// peace. Later it lets one call through to try; when that
// succeeds, it closes.
let isDown = true;

async function server() {
  await sleep(10);
  if (isDown) throw new Error("down");
  return "ok";
}

const breaker = new CircuitBreaker(server, {
  volumeThreshold: 3,
  errorThresholdPercentage: 50,
  resetTimeout: 100,
});

spawn("repair", async () => {
  await sleep(120);
  isDown = false;
});

for (let call = 1; call <= 9; call++) {
  try {
    console.log(`call ${call}: ${await breaker.fire()}`);
  } catch (error: any) {
    console.log(`call ${call}: ${error.message}`);
  }
  await sleep(20);
}
