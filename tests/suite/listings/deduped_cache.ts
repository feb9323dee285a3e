// A cache that loads a missing key once, however many ask at the same time.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
class SharedLoads<T> {
  private cache = new Map<string, { value: T; expiresAt: number }>();
  private underWay = new Map<string, Promise<T>>();
  async get(key: string, load: () => Promise<T>, keepMs: number): Promise<T> {
    const known = this.cache.get(key);
    if (known && known.expiresAt > Date.now()) {
      return known.value;
    }
    const pending = this.underWay.get(key);
    if (pending) {
      return pending;
    }
    const loading = load()
      .then((value) => {
        this.cache.set(key, { value, expiresAt: Date.now() + keepMs });
        this.underWay.delete(key);
        return value;
      })
      .catch((err) => {
        this.underWay.delete(key);
        throw err;
      });
    this.underWay.set(key, loading);
    return loading;
  }
}

let calls = 0;
const slow = async () => {
  calls++;
  await sleep(20);
  return "value " + calls;
};
const cache = new SharedLoads<string>();
console.log(await Promise.all([1, 2, 3].map(() => cache.get("k", slow, 60))), calls);
console.log(await cache.get("k", slow, 60), calls);
await sleep(100);
console.log(await cache.get("k", slow, 60), await cache.get("other", slow, 60), calls);
const failing = async () => {
  calls++;
  await sleep(5);
  throw new Error("fetch " + calls);
};
const results = await Promise.allSettled([cache.get("bad", failing, 9), cache.get("bad", failing, 9)]);
console.log(
  results.map((result) => result.status === "rejected" && result.reason.message),
  calls,
);
console.log(await cache.get("bad", slow, 60));
//= [ 'value 1', 'value 1', 'value 1' ] 1
//= value 1 1
//= value 2 value 3 3
//= [ 'fetch 4', 'fetch 4' ] 4
//= value 5
