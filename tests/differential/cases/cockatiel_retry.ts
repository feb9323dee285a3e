// cockatiel 3.2.1's retry and ours: how often it is tried, when, with which numbers, which errors are worth it, what it ends with, and calls that are retried through
// a circuit breaker.
//
// Left out on purpose:
// - Results that are treated as failures: ours looks at errors only.
// - An abort: in cockatiel it keeps the next retry from being made and is otherwise the function's affair; ours ends the pause, too, as p-retry does.
// - Its jitters: numbers are drawn elsewhere.
// - How attempts are numbered: cockatiel counts from 0.
//- theirs
import { ConsecutiveBreaker, ConstantBackoff, ExponentialBackoff, circuitBreaker, handleAll, handleWhen, noJitterGenerator, retry } from "cockatiel";
type Pauses = { first: number; factor: 1 | 2; longest?: number };
function retried(fn: (attempt: number) => Promise<string>, retries: number, pauses: Pauses, isWorthIt?: (error: Error) => boolean) {
  const { first, factor, longest = Infinity } = pauses;
  const generator = noJitterGenerator;
  const backoff = factor === 1 ? new ConstantBackoff(first) : new ExponentialBackoff({ initialDelay: first, maxDelay: longest, generator });
  const policy = retry(isWorthIt === undefined ? handleAll : handleWhen(isWorthIt), { maxAttempts: retries, backoff });
  return policy.execute(({ attempt }) => fn(attempt + 1));
}
function guarded(fn: () => Promise<string>) {
  const policy = circuitBreaker(handleAll, { halfOpenAfter: 30, breaker: new ConsecutiveBreaker(2) });
  return () => policy.execute(fn);
}
//- ours
type Pauses = { first: number; factor: 1 | 2; longest?: number };
function retried(fn: (attempt: number) => Promise<string>, retries: number, pauses: Pauses, isWorthIt?: (error: Error) => boolean) {
  const { first, factor, longest = Infinity } = pauses;
  const shouldRetry = isWorthIt === undefined ? undefined : ({ error }: RetryContext) => isWorthIt(error);
  return retry(fn, { retries, minTimeout: first, factor, maxTimeout: longest, shouldRetry });
}
function guarded(fn: () => Promise<string>) {
  const breaker = new CircuitBreaker(fn, { resetTimeout: 30, errorThresholdPercentage: 1, volumeThreshold: 2, timeout: false });
  return () => breaker.fire();
}
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
async function story(name: string, failures: string[], retries: number, pauses: Pauses, isWorthIt?: (error: Error) => boolean) {
  const start = performance.now();
  const log: string[] = [];
  const fn = async (attempt: number) => {
    log.push(`${attempt}@${performance.now() - start}`);
    await sleep(2);
    if (attempt <= failures.length) throw new Error(failures[attempt - 1]);
    return `done in ${attempt}`;
  };
  let outcome;
  try {
    outcome = await retried(fn, retries, pauses, isWorthIt);
  } catch (error) {
    outcome = `${error}`;
  }
  console.log(`${name}: ${outcome} at ${performance.now() - start}; ${log.join(", ")}`);
}
const busy = ["busy", "busy", "busy", "busy", "busy"];
await story("at once", [], 3, { first: 10, factor: 2 });
await story("doubling", busy, 5, { first: 10, factor: 2 });
await story("capped", busy, 5, { first: 10, factor: 2, longest: 35 });
await story("steady", busy, 9, { first: 7, factor: 1 });
await story("too few", busy, 3, { first: 10, factor: 2 });
await story("none", busy, 0, { first: 10, factor: 2 });
await story("fatal", ["busy", "busy", "fatal", "busy"], 9, { first: 5, factor: 1 }, (error) => error.message !== "fatal");

// Through a breaker that opens after two failures: attempts that it refuses are failures like others, but reach nobody.
const reached: number[] = [];
const call = guarded(async () => {
  reached.push(performance.now());
  await sleep(2);
  if (reached.length < 4) throw new Error(`down ${reached.length}`);
  return "up";
});
const attempts: number[] = [];
const outcome = await retried(
  (attempt) => {
    attempts.push(attempt);
    return call();
  },
  20,
  { first: 8, factor: 1 },
);
console.log(`${outcome}: ${attempts.length} attempts, ${reached.map((at) => at - reached[0]).join()}`);
