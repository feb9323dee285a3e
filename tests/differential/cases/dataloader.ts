// dataloader 2.2.3 and our batch: which keys are loaded together and when, caching, errors of single keys and of batches, and
// in which order loads are answered.
//
// Left out on purpose: the words of the errors for functions that keep no promise, and custom schedules and cache maps.
//- theirs
import DataLoader from "dataloader";
const loaderOf = (load: (keys: readonly any[]) => Promise<any[]>, { maxSize = Infinity, cache = true, key = (key: any) => key } = {}) =>
  new DataLoader<any, any>(load, { maxBatchSize: maxSize, cache, cacheKeyFn: key });
//- ours
const loaderOf = (load: (keys: any[]) => Promise<any[]>, options = {}) => batch(load, options);
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const log: string[] = [];
const users = loaderOf(async (ids) => {
  log.push(`load ${ids.join()} at ${performance.now()}`);
  await sleep(5);
  return ids.map((id: number) => (id < 0 ? new Error(`no user ${id}`) : `user ${id}`));
});
const ask = (id: number) =>
  users.load(id).then(
    (user: string) => void log.push(`${user} at ${performance.now()}`),
    (error: Error) => void log.push(`${error.message} at ${performance.now()}`),
  );
await Promise.all([ask(1), ask(2), ask(1), ask(-3)]);
// A key that failed by itself is remembered as such.
await Promise.all([ask(2), ask(4), ask(-3), ask(2)]);
await users.load(1).then((user: string) => log.push(user));
users.clear(1).prime(7, "primed").prime(7, "again").prime(8, new Error("primed error"));
await Promise.all([ask(1), ask(7), ask(8)]);
// Loads after a microtask or two still go along; after a timer they do not.
await Promise.all([
  ask(20),
  Promise.resolve().then(() => ask(21)),
  (async () => {
    await null;
    await null;
    await ask(22);
  })(),
  sleep(1).then(() => ask(23)),
]);
users.clearAll();
console.log((await users.loadMany([1, -1, 2])).map(String).join());
console.log(log.join("\n"));

// Batches of limited size, with and without a cache.
for (const cache of [true, false]) {
  const batches: string[] = [];
  const lengths = loaderOf(async (keys) => {
    batches.push(keys.join());
    await sleep(keys.length);
    return keys.map((key: string) => key.length);
  }, { maxSize: 2, cache });
  const answers: string[] = [];
  await Promise.all(["a", "bb", "a", "ccc", "bb", "dddd", "e"].map((key) => lengths.load(key).then((n: number) => answers.push(`${key}${n}`))));
  console.log(batches.join(" | "), answers.join());
}

// A batch that fails as a whole is not remembered.
let attempts = 0;
const flaky = loaderOf(async (keys) => {
  attempts++;
  await sleep(1);
  if (attempts === 1) throw new Error("down");
  return keys;
});
console.log((await Promise.allSettled([flaky.load(1), flaky.load(2)])).map((result) => result.status).join(), await flaky.load(1), attempts);

// Keys that are objects.
const points = loaderOf(async (keys) => keys.map((key: { x: number }) => key.x), { key: (key: { x: number }) => key.x });
console.log(await Promise.all([points.load({ x: 1 }), points.load({ x: 2 }), points.load({ x: 1 })]));
