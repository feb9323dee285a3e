// lru-cache 11.2.2 and our Cache: what is evicted, what has expired, one fetch at a time.
//
// Left out on purpose:
// - ours does not count expired entries in `size`, and `get` always gives a promise, since it may fetch;
// - an entry is gone when its time to live has passed, theirs a millisecond later (`age > ttl`): ours is as most are written by hand;
// - at time 0 theirs takes it that there is no time to live (its 0 means "not set").
//- theirs
import { LRUCache } from "lru-cache";

function make({ max, ttl }: { max: number; ttl: number }) {
  let load: (key: string) => Promise<string>;
  const cache = new LRUCache<string, string>({ max, ttl, ttlResolution: 0, fetchMethod: (key) => load(key) });
  return {
    get: async (key: string) => cache.get(key),
    peek: (key: string) => cache.peek(key),
    has: (key: string) => cache.has(key),
    set: (key: string, value: string) => void cache.set(key, value),
    delete: (key: string) => cache.delete(key),
    clear: () => cache.clear(),
    size: () => cache.size,
    fetch: (key: string, fetcher: (key: string) => Promise<string>) => {
      load = fetcher;
      return cache.fetch(key);
    },
  };
}
//- ours
function make({ max, ttl }: { max: number; ttl: number }) {
  const cache = new Cache<string, string>({ maxSize: max, ttlMs: ttl });
  return {
    get: (key: string) => cache.get(key),
    peek: (key: string) => cache.peek(key),
    has: (key: string) => cache.has(key),
    set: (key: string, value: string) => void cache.set(key, value),
    delete: (key: string) => cache.delete(key),
    clear: () => cache.clear(),
    size: () => cache.size,
    fetch: (key: string, fetcher: (key: string) => Promise<string>) => cache.get(key, fetcher),
  };
}
//- both
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
await sleep(1);
const cache = make({ max: 3, ttl: 100 });
const seen = (...keys: string[]) => keys.map((key) => `${key}:${cache.peek(key)}`).join(" ");
for (const key of ["a", "b", "c"]) cache.set(key, key + 1);
console.log(await cache.get("a"), seen("a", "b", "c"), cache.size());
cache.set("d", "d1");
console.log(seen("a", "b", "c", "d"), cache.has("b"), cache.has("a"));
cache.set("c", "c2");
cache.set("e", "e1");
console.log(seen("a", "c", "d", "e"), cache.delete("c"), cache.delete("c"), cache.size());
await sleep(99);
console.log(seen("d", "e"), await cache.get("d"));
await sleep(2);
console.log(seen("d", "e"), cache.has("d"), await cache.get("d"));
// An entry that has expired holds its place until somebody looks for it.
cache.set("f", "f1");
cache.set("g", "g1");
cache.set("h", "h1");
console.log(seen("f", "g", "h"), await cache.get("f"));
cache.set("i", "i1");
console.log(seen("f", "g", "h", "i"));
cache.clear();
console.log(cache.size(), seen("f"));

let fetches = 0;
const load = async (key: string) => {
  fetches++;
  await sleep(10);
  if (key === "bad") throw new Error("no such key");
  return `${key} ${fetches}`;
};
console.log(await Promise.all([cache.fetch("x", load), cache.fetch("x", load), cache.fetch("y", load)]), fetches);
console.log(await cache.fetch("x", load), fetches);
await sleep(101);
console.log(await cache.fetch("x", load), fetches);
for (let i = 0; i < 2; i++) console.log(await cache.fetch("bad", load).catch((error: Error) => error.message), fetches);
// What is stored while it is being fetched wins.
const fetching = cache.fetch("z", load).catch(() => "given up");
await sleep(1);
cache.set("z", "mine");
await fetching;
console.log(seen("z"), await cache.fetch("z", load), fetches);
