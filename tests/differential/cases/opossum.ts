// opossum 9's CircuitBreaker and ours: which calls pass, when it opens, half-opens and closes, what the errors and the counts are, fallbacks, error
// filters, capacity, time limits, and who is told what, in which order.
//
// Left out on purpose:
// - A listener that throws: in opossum the call is then counted as a failure as well, or never ends; in ours `fire` is rejected with its error.
// - A listener of an event that there is not: ours is told so.
// - What `opened` is while listeners hear of the failure that opens it: in opossum still false, in ours true, because counting a failure and what follows
//   from it are one step.
// - The outcome of a call that began before the breaker opened: opossum lets such a success close a half-open breaker, ours waits for the probe.
// - The window: opossum's buckets roll from when the breaker is made, ours from the first call in an empty window.
// - Several probes at once (`probes`): opossum has one.
// - The type of a time limit's error: ours is a TimeoutError. Its message and code are opossum's.
//- theirs
import Opossum from "opossum";
// Its windows roll by intervals, for ever.
const made: any[] = [];
class CircuitBreaker extends Opossum {
  constructor(action: any, options: any) {
    super(action, options);
    made.push(this);
  }
}
const finish = () => made.forEach((breaker) => breaker.shutdown());
//- ours
const finish = () => {};
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const state = (breaker: any) => (breaker.opened ? "open" : breaker.halfOpen ? "half-open" : "closed");
let healthy = true;
const action = async (what: string, ms = 1) => {
  await sleep(ms);
  if (!healthy) throw new Error(`${what} failed`);
  return what;
};
async function told(breaker: any, ...args: any[]) {
  let outcome;
  try {
    outcome = await breaker.fire(...args);
  } catch (error) {
    outcome = `${error.message} ${error.code}`;
  }
  console.log(`${performance.now()} ${outcome}; ${state(breaker)} ${breaker.stats.fires} ${breaker.stats.failures}`);
}

// One after the other: the share, the threshold of volume, open, half-open, open again, closed.
const first: any = new CircuitBreaker(action, { errorThresholdPercentage: 50, resetTimeout: 30, volumeThreshold: 3, timeout: 10 });
await told(first, "a");
healthy = false;
await told(first, "b");
await told(first, "c");
await told(first, "d");
await told(first, "e");
await sleep(31);
console.log(state(first));
await told(first, "f");
await told(first, "g");
await sleep(31);
healthy = true;
await told(first, "h");
await told(first, "i");

// A time limit is a failure; the late answer is nobody's.
const slow: any = new CircuitBreaker(action, { timeout: 10, resetTimeout: 20, errorThresholdPercentage: 1 });
await told(slow, "late", 50);
await told(slow, "refused");
await sleep(21);
await told(slow, "in time", 5);
await sleep(40);

// By hand, and with a fallback.
const manual: any = new CircuitBreaker(action, { timeout: 10, resetTimeout: 1000 });
manual.fallback((what: string, ...rest: any[]) => `instead of ${what}: ${rest[rest.length - 1].message}`);
manual.open();
await told(manual, "x");
manual.close();
healthy = false;
await told(manual, "y");
healthy = true;

// A filtered error is passed on but counts as a success.
const filtered: any = new CircuitBreaker(
  async (n: number) => {
    throw new Error(n < 3 ? "mine" : "theirs");
  },
  { errorFilter: (error: Error) => error.message === "mine", timeout: false, volumeThreshold: 1 },
);
for (const n of [1, 2, 3, 4, 5, 6]) await told(filtered, n);

// Too many at once fail at once.
const narrow: any = new CircuitBreaker(action, { capacity: 1, timeout: 100, errorThresholdPercentage: 90 });
const both = [told(narrow, "one", 5), told(narrow, "two", 5)];
await Promise.all(both);
await told(narrow, "three", 5);

// While it is half-open one call passes and the others are refused.
const probing: any = new CircuitBreaker(action, { timeout: 100, resetTimeout: 10 });
probing.open();
await sleep(11);
await Promise.all([told(probing, "probe", 5), told(probing, "other", 5)]);

// Events: their order, and what the listeners get.
const heard: any = new CircuitBreaker(action, { timeout: 10, resetTimeout: 20, capacity: 1, errorThresholdPercentage: 40, volumeThreshold: 2 });
const events = ["fire", "success", "failure", "timeout", "reject", "semaphoreLocked", "fallback", "open", "halfOpen", "close"];
const shown = (value: any) => (value instanceof Error ? value.message : value instanceof Promise ? "a promise" : JSON.stringify(value));
for (const event of events) {
  const told = () => (event === "failure" || event === "timeout" ? "" : ` (${state(heard)})`);
  heard.on(event, (...words: any[]) => console.log(`${performance.now()} ${event}: ${words.map(shown).join("; ")}${told()}`));
}
heard.once("fire", () => console.log("the first"));
const never = () => console.log("never");
heard.on("fire", never);
heard.off("fire", never);
healthy = true;
await told(heard, "well", 3);
await Promise.all([told(heard, "p", 4), told(heard, "q", 4)]);
await told(heard, "late", 30);
await told(heard, "refused");
await sleep(40);
await told(heard, "probe", 2);
heard.fallback((what: string) => `instead of ${what}`);
heard.open();
heard.open();
await told(heard, "refused again");
heard.close();
heard.close();
healthy = false;
await told(heard, "badly");
finish();
