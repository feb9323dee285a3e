// Who gives up waiting ends no fetch: it comes for the others, and is kept.
const cache = new Cache<string, string>({ ttlMs: 1000 });
let fetches = 0;
const load = async (key: string) => {
  fetches++;
  await sleep(20);
  return key.toUpperCase();
};
const get = (name: string, options?: { signal?: AbortSignal; timeoutMs?: number }) =>
  spawn(name, async () => {
    try {
      console.log(name, await cache.get("k", load, options), Date.now());
    } catch (error) {
      console.log(name, String(error), Date.now());
    }
  });
const controller = new AbortController();
setTimeout(() => controller.abort(), 5);
await Promise.all([get("leader", { timeoutMs: 10 }), get("joins", { signal: controller.signal }), get("stays")]);
console.log(cache.peek("k"), fetches);
await get("late", { signal: controller.signal });
const users = new DedupedCache<string>();
try {
  await users.get("x", () => load("x"), 100, { timeoutMs: 3 });
} catch (error) {
  console.log(String(error), Date.now());
}
console.log(await users.get("x", () => load("x"), 100), Date.now(), fetches);
//= joins AbortError: This operation was aborted 5
//= leader TimeoutError: cache.get(): timed out after 10 ms 10
//= stays K 20
//= K 1
//= late AbortError: This operation was aborted 20
//= TimeoutError: users.get(): timed out after 3 ms 23
//= X 40 2
