const shedder = new LoadShedder({ concurrency: 1, targetMs: 5, intervalMs: 20 });
let done = 0;
let refused = 0;
let longest = 0;
const requests = [];
for (let i = 0; i < 40; i++) {
  requests.push(
    spawn(`r${i}`, async () => {
      const t = performance.now();
      try {
        await shedder.execute(async () => {
          longest = Math.max(longest, performance.now() - t);
          await sleep(4);
          done++;
        });
      } catch (e) {
        refused++;
        if (refused === 1) console.log(e.name, e.message);
      }
    }),
  );
  await sleep(2);
}
await Promise.all(requests);
console.log(done, refused, longest, shedder.shedding);
const scaler = new Autoscaler({ target: 10, min: 1, max: 20, startupMs: 50, metric: () => 40 });
console.log(await scaler.evaluate(), scaler.replicas, scaler.ready);
await sleep(50);
console.log(scaler.ready, scaler.observe(1));
for (const make of [
  () => new LoadShedder({ concurrency: 0 }),
  () => new Autoscaler({}),
  () => new Autoscaler({ target: 1, min: 3, max: 2 }),
  () => new AdaptiveConcurrency({ initial: 0 }),
  () => new AdaptiveConcurrency({ min: 5, initial: 2 }),
  () => new AdaptiveConcurrency({ decreaseFactor: 1.5 }),
  () => new CircuitBreaker(),
  () => new CircuitBreaker(() => 0, { timeout: -1 }),
  () => new CircuitBreaker(() => 0, { errorThresholdPercentage: 101 }),
  () => new RetryBudget({ percentCanRetry: NaN }),
  () => new ConcurrencyScope({ parent: 5 }),
  () => new AdaptiveConcurrency(5),
]) {
  try {
    make();
  } catch (e) {
    console.log(`${e}`);
  }
}
//= OverloadError shedder.execute(): sent away after waiting for 16 ms, because others wait too long as well
//= 31 9 42 false
//= 4 4 1
//= 4 1
//= RangeError: new LoadShedder: concurrency must be a whole number of at least 1, not 0
//= RangeError: new Autoscaler: target, the load that each replica should bear, is missing
//= RangeError: new Autoscaler: min is 3, more than max, which is 2
//= RangeError: new AdaptiveConcurrency: initial must be a whole number of at least 1, not 0
//= RangeError: new AdaptiveConcurrency: initial is 2, not between min (5) and max (200)
//= RangeError: new AdaptiveConcurrency: decreaseFactor must be a number between 0 and 1, not 1.5
//= RangeError: new CircuitBreaker: the action must be a function, not undefined
//= RangeError: new CircuitBreaker: timeout must be a number of milliseconds above 0, or false, not -1
//= RangeError: new CircuitBreaker: errorThresholdPercentage must be a number between 0 and 100, not 101
//= RangeError: new RetryBudget: percentCanRetry must be a number between 0 and 1000, not NaN
//= RangeError: new ConcurrencyScope: parent must be a ConcurrencyScope, not 5
//= RangeError: new AdaptiveConcurrency: the options must be an object, not 5
