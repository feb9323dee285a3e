let healthy = false;
let calls = 0;
async function request(what) {
  calls++;
  await sleep(5);
  if (!healthy) throw new Error(`no ${what}`);
  return what;
}
const breaker = new CircuitBreaker(request, {
  errorThresholdPercentage: 50,
  resetTimeout: 100,
  timeout: 50,
  volumeThreshold: 2,
});
const fire = async (what) => {
  try {
    console.log(await breaker.fire(what));
  } catch (error) {
    console.log(error.message, error.code);
  }
};
await fire("a");
await fire("b");
console.log(breaker.opened, breaker.closed, breaker.halfOpen, breaker.stats);
await fire("c");
await sleep(100);
console.log(breaker.halfOpen);
await fire("d");
console.log(breaker.opened, calls);
await sleep(100);
healthy = true;
await fire("e");
console.log(breaker.closed, calls);
breaker.fallback((what, error) => `instead of ${what}: ${error.message}`);
breaker.open();
await fire("f");
const slow = new CircuitBreaker(() => sleep(1000), { timeout: 10, resetTimeout: 5 });
try {
  await slow.fire();
} catch (error) {
  console.log(error.name, error.message, error.code, performance.now());
}
//= no a undefined
//= no b undefined
//= true false false { fires: 2, failures: 2 }
//= Breaker is open EOPENBREAKER
//= true
//= no d undefined
//= true 3
//= e
//= true 4
//= instead of f: Breaker is open
//= TimeoutError Timed out after 10ms ETIMEDOUT 230
