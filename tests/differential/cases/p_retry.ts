// p-retry 7 and our retry: how often it is tried, when, what is told of each failure, who stops it, and what it ends with.
//
// Left out on purpose:
// - Errors that are no `Error`, and `TypeError`, which p-retry does not retry: ours leaves that to `shouldRetry`.
// - `AbortError`: an error is an error in ours, and `shouldRetry` says which of them is final.
// - `randomize`: its numbers are drawn elsewhere. Ours has `jitter` by name.
// - `maxRetryTime`, `shouldConsumeRetry` and `unref`: ours has none.
// - The words about options that are wrong.
//- theirs
import retry from "p-retry";
//- ours

//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
async function story(name: string, failures: number, options: any) {
  const start = performance.now();
  const log: string[] = [];
  let attempts = 0;
  const fn = async (attempt: number) => {
    attempts++;
    log.push(`${attempt}@${performance.now() - start}`);
    await sleep(1);
    if (attempts <= failures) throw new Error(`failure ${attempts}`);
    return `done in ${attempts}`;
  };
  const onFailedAttempt = ({ error, attemptNumber, retriesLeft }: any) => {
    log.push(`${error.message} (${attemptNumber}, ${retriesLeft} left)`);
  };
  let outcome;
  try {
    outcome = await retry(fn, { ...options, onFailedAttempt });
  } catch (error) {
    outcome = `${error}`;
  }
  console.log(`${name}: ${outcome} at ${performance.now() - start}; ${log.join(", ")}`);
}
await story("at once", 0, {});
await story("defaults", 3, {});
await story("doubling", 4, { minTimeout: 10, factor: 2 });
await story("capped", 5, { minTimeout: 10, factor: 3, maxTimeout: 50 });
await story("steady", 3, { minTimeout: 7, factor: 1 });
await story("none", 1, { retries: 0 });
await story("too few", 9, { retries: 2, minTimeout: 5 });

// An abort ends it, between attempts.
const stop = new AbortController();
setTimeout(() => stop.abort(new Error("enough")), 25);
await story("stopped", 9, { minTimeout: 20, factor: 1, signal: stop.signal });

// Whether an error is worth it is asked before each retry.
const asked: string[] = [];
try {
  await retry(
    async (attempt: number) => {
      throw new Error(attempt < 3 ? "busy" : "fatal");
    },
    {
      minTimeout: 5,
      shouldRetry: ({ error, attemptNumber, retriesLeft }: any) => {
        asked.push(`${error.message} ${attemptNumber} ${retriesLeft}`);
        return error.message !== "fatal";
      },
    },
  );
} catch (error) {
  console.log(`${error}; asked about ${asked.join(", ")}`);
}
