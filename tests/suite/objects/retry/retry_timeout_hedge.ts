let attempts = 0;
const value = await retry(
  async (n) => {
    attempts++;
    if (n < 4) throw new Error(`attempt ${n}`);
    return "ok";
  },
  { minTimeout: 10, factor: 2 },
);
console.log(value, attempts, performance.now());
try {
  await retry(
    () => {
      throw new Error("never");
    },
    {
      retries: 2,
      minTimeout: 1,
      onFailedAttempt: ({ attemptNumber, retriesLeft, error }) =>
        console.log(attemptNumber, retriesLeft, error.message),
    },
  );
} catch (e) {
  console.log(e.message);
}
try {
  await retry(
    () => {
      throw new Error("fatal");
    },
    { shouldRetry: ({ error }) => error.message !== "fatal" },
  );
} catch (e) {
  console.log(e.message, performance.now());
}
const budget = new RetryBudget({ minRetriesPerSec: 0, percentCanRetry: 0.5 });
let tries = 0;
for (let i = 0; i < 6; i++) {
  try {
    await retry(
      () => {
        tries++;
        throw new Error("down");
      },
      { retries: 3, minTimeout: 1, budget },
    );
  } catch {}
}
console.log(tries, budget.balance);
const stop = new AbortController();
setTimeout(() => stop.abort(new Error("stop it")), 5);
try {
  await retry(
    () => {
      throw new Error("x");
    },
    { signal: stop.signal, minTimeout: 1000 },
  );
} catch (e) {
  console.log(e.message);
}
for (const bad of [
  { retries: -1 },
  { minTimeout: NaN },
  { minTimeout: 10, maxTimeout: 5 },
  { factor: 0 },
  { jitter: "some" },
]) {
  try {
    await retry(() => 0, bad);
  } catch (e) {
    console.log(`${e}`);
  }
}
try {
  console.log(
    await withTimeout(
      sleep(10).then(() => "in time"),
      20,
    ),
  );
  await withTimeout(sleep(30), 20, "too slow");
} catch (e) {
  console.log(e.name, e.message);
}
let told = "";
try {
  await withTimeout(async (signal) => {
    signal.addEventListener("abort", () => {
      told = signal.reason.name;
    });
    await sleep(100);
  }, 5);
} catch (e) {
  console.log(e.name, e.message, told);
}
const replica = (ms, name) => async (signal) => {
  signal.addEventListener("abort", () => console.log("stopped", name));
  await sleep(ms);
  return name;
};
console.log(await hedge([replica(50, "a"), replica(10, "b")], { delayMs: 20 }), performance.now());
console.log(await hedge((signal, at) => replica(at === 0 ? 15 : 1, `copy ${at}`)(signal), { delayMs: 20, max: 3 }));
try {
  await hedge([
    () => {
      throw new Error("1");
    },
    async () => {
      throw new Error("2");
    },
  ]);
} catch (e) {
  console.log(
    e.message,
    e.errors.map((x) => x.message),
  );
}
//= ok 4 70
//= 1 2 never
//= 2 1 never
//= 3 0 never
//= never
//= fatal 73
//= 9 0
//= stop it
//= RangeError: retry: retries must be a whole number of at least 0, or Infinity, not -1
//= RangeError: retry: minTimeout must be a number of milliseconds that is not negative, not NaN
//= RangeError: retry: minTimeout is 10, more than maxTimeout, which is 5
//= RangeError: retry: factor must be a number between 1 and 1000000, not 0
//= RangeError: retry: jitter must be one of "none", "full", "equal", "decorrelated", not "some"
//= in time
//= TimeoutError too slow
//= TimeoutError Operation timed out TimeoutError
//= stopped a
//= b 146
//= copy 0
//= hedge: all 2 attempts failed [ '1', '2' ]
