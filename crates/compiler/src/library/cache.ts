// Caches with one fetch at a time for each key. Entries and flights are the machine's; here is what calls the program.
// `__cacheGet` answers `[what was found, that, the flight to fly]`; found are 0 nothing, 1 a value, 2 an error, 3 a promise.
class $DedupedCache {
  async get(this: any, key, fetcher, ttlMs, ...rest) {
    const found = __cacheGet(this, key, fetcher, ttlMs, rest[0]);
    if (found[2] !== undefined) __fetch(this, key, found[2], () => fetcher(), ttlMs);
    if (found[0] === 2) throw found[1];
    return found[0] === 3 ? await found[1] : found[1];
  }
}
class $Cache {
  async get(this: any, key, ...rest) {
    const fetcher = rest[0];
    const ttlMs = rest[1]?.ttlMs;
    const found = __cacheGet(this, key, fetcher, ttlMs, rest[1]);
    if (found[2] !== undefined) __fetch(this, key, found[2], () => fetcher(key), ttlMs);
    if (found[0] === 2) throw found[1];
    return found[0] === 3 ? await found[1] : found[1];
  }
}
// Its name is that of the lane of a nameless fetcher, as with `__action` and `__fallback`: `users.fetch(7)`.
// Lands two turns of the queue after what was fetched is there, when those who wait for `fetch().then(store).catch(forget)`
// go on.
function __fetch(cache, key, flight, fetcher, ttlMs) {
  let fetching;
  try {
    fetching = Promise.resolve(fetcher());
  } catch (error) {
    __cacheFail(cache, key, flight, error);
    return;
  }
  const fetched = (value) => value;
  const store = (value) => __cacheLand(cache, key, flight, value, ttlMs);
  const forget = (error) => __cacheFail(cache, key, flight, error);
  fetching.then(fetched).then(store, forget);
}
