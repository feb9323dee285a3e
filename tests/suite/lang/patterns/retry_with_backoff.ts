const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function retry(fn, { attempts = 3, base = 10, factor = 2, shouldRetry = () => true, onRetry } = {}) {
  let lastError;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await fn(attempt);
    } catch (error) {
      lastError = error;
      if (attempt === attempts || !shouldRetry(error)) break;
      const delay = base * factor ** (attempt - 1);
      onRetry?.(error, attempt, delay);
      await sleep(delay);
    }
  }
  throw new AggregateError([lastError], `failed after retries`, { cause: lastError });
}
let calls = 0;
console.log(
  await retry(
    async () => {
      if (++calls < 3) throw new Error(`flaky ${calls}`);
      return "ok";
    },
    { onRetry: (e, n, d) => console.log(e.message, n, d) },
  ),
);
await retry(
  () => {
    throw new TypeError("fatal");
  },
  { shouldRetry: (e) => !(e instanceof TypeError) },
).catch((e) => console.log(e.name, e.message, e.cause.message, e.errors.length));
await retry(
  async (n) => {
    throw n;
  },
  { attempts: 2, base: 1 },
).catch((e) => console.log(e.cause));
//= flaky 1 1 10
//= flaky 2 2 20
//= ok
//= AggregateError failed after retries fatal 1
//= 2
