// cockatiel 3.2.1's circuit breaker (over the share of failures among the last calls) and ours: which calls pass, when it opens and closes, who is told
// of it and when, and what passes when calls are retried through it.
//
// Left out on purpose:
// - Calls while the probe is under way: cockatiel's wait for it and then try, ours are refused, as opossum's are.
// - When it becomes half-open: in cockatiel with the first call after the time, in ours at the time.
// - What is counted after it has closed again: cockatiel forgets everything, ours keeps its window, as opossum does. And
//   calls that are refused count as calls in ours, so the usage has few calls after an opening.
// - Whether those who listen hear first of a success or of the closing that follows from it: in ours the closing comes first, as in opossum.
// - The type and words of a refusal: ours are opossum's.
//- theirs
import { CountBreaker, circuitBreaker, handleAll, isBrokenCircuitError } from "cockatiel";
function make(action: (what: string) => Promise<string>, share: number, calls: number, reset: number, log: (text: string) => void) {
  const breaker = new CountBreaker({ threshold: share, size: 100, minimumNumberOfCalls: calls });
  const policy = circuitBreaker(handleAll, { halfOpenAfter: reset, breaker });
  policy.onBreak(() => log("opened"));
  policy.onReset(() => log("closed"));
  policy.onFailure(() => log("failure"));
  return (what: string) => policy.execute(() => action(what));
}
const isRefusal = (error: any) => isBrokenCircuitError(error);
//- ours
function make(action: (what: string) => Promise<string>, share: number, calls: number, reset: number, log: (text: string) => void) {
  const options = { errorThresholdPercentage: share * 100, volumeThreshold: calls, resetTimeout: reset, timeout: false as const };
  const breaker = new CircuitBreaker(action, options);
  breaker.on("open", () => log("opened")).on("close", () => log("closed"));
  breaker.on("failure", () => log("failure"));
  return (what: string) => breaker.fire(what);
}
const isRefusal = (error: any) => error.code === "EOPENBREAKER";
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
async function story(name: string, share: number, calls: number, outcomes: string, pauses: number[]) {
  const start = performance.now();
  const log: string[] = [];
  let at = 0;
  const action = async (what: string) => {
    const fails = outcomes[at++] === "-";
    await sleep(2);
    if (fails) throw new Error(`no ${what}`);
    return what;
  };
  const call = make(action, share, calls, 50, (text) => log.push(`${text}@${performance.now() - start}`));
  for (let index = 0; index < pauses.length; index++) {
    await sleep(pauses[index]);
    try {
      log.push(await call(`call ${index}`));
    } catch (error) {
      log.push(isRefusal(error) ? `refused ${index}` : error.message);
    }
  }
  console.log(`${name}: ${log.join(", ")}`);
}
await story("all fail", 0.5, 2, "----", [1, 1, 1, 1, 1]);
await story("half of them", 0.5, 2, "+-+-+-", [1, 1, 1, 1, 1, 1]);
await story("more than half", 0.5, 4, "-+--+", [1, 1, 1, 1, 1]);
await story("too few", 0.5, 6, "-----", [1, 1, 1, 1, 1]);
await story("a good probe", 0.5, 2, "--+", [1, 1, 1, 60]);
await story("bad probes", 0.5, 2, "-----+", [1, 1, 60, 1, 60, 1, 60, 60]);
await story("a fifth", 0.2, 5, "++++--", [1, 1, 1, 1, 1, 1, 1]);

// All at once: what began before it opened still ends.
const log: string[] = [];
const call = make(
  async (what) => {
    await sleep(Number(what));
    throw new Error(`failed after ${what}`);
  },
  0.5,
  2,
  50,
  (text) => log.push(`${text}@${performance.now()}`),
);
const outcomes = await Promise.allSettled(["5", "7", "9"].map(call));
console.log(outcomes.map((outcome: any) => outcome.reason.message).join(), log.length > 3);
await call("1").catch((error: any) => console.log(isRefusal(error)));
