// model=event-loop
// What a program with a cache of its own prints, turn by turn of the queue, it prints with ours.
class Cache1 {
  cache = new Map<string, { value: string; expiresAt: number }>();
  inflight = new Map<string, Promise<string>>();
  async get(key: string, fetcher: () => Promise<string>, ttlMs: number): Promise<string> {
    const cached = this.cache.get(key);
    if (cached && cached.expiresAt > Date.now()) return cached.value;
    const existing = this.inflight.get(key);
    if (existing) return existing;
    const promise = fetcher()
      .then((value) => {
        this.cache.set(key, { value, expiresAt: Date.now() + ttlMs });
        this.inflight.delete(key);
        return value;
      })
      .catch((error) => {
        this.inflight.delete(key);
        throw error;
      });
    this.inflight.set(key, promise);
    return promise;
  }
}
async function use(cache: { get(key: string, fetcher: () => Promise<string>, ttlMs: number): Promise<string> }) {
  const log: string[] = [];
  let fetches = 0;
  const slow = async () => {
    fetches++;
    await sleep(3);
    return `v${fetches}`;
  };
  const fails = async () => {
    fetches++;
    await null;
    throw `e${fetches}`;
  };
  const ticks = async () => {
    for (let i = 0; i < 8; i++) {
      await null;
      log.push(`${i}`);
    }
  };
  const get = async (name: string, key: string, fetcher: () => Promise<string>) => {
    try {
      log.push(`${name}:${await cache.get(key, fetcher, 20)}`);
    } catch (error) {
      log.push(`${name}!${error}`);
    }
  };
  await Promise.all([get("a", "k", slow), get("b", "k", slow), sleep(3).then(ticks), get("c", "j", slow)]);
  await Promise.all([get("d", "k", slow), get("e", "f", fails), get("f", "f", fails), ticks()]);
  await sleep(20);
  await Promise.all([get("g", "k", slow), get("h", "f", slow)]);
  return log.join(" ");
}
console.log(await use(new Cache1()));
console.log(await use(new DedupedCache()));
//= a:v2 b:v2 0 1 2 3 4 5 6 7 c:v2 d:v2 0 1 2 3 e!e3 f!e3 4 5 6 7 g:v5 h:v5
//= a:v2 b:v2 0 1 2 3 4 5 6 7 c:v2 d:v2 0 1 2 3 e!e3 f!e3 4 5 6 7 g:v5 h:v5
