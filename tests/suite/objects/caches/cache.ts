// Time to live, stale values, remembered errors, a bound.
const cache = new Cache<string, number>({ ttlMs: 50, staleWhileRevalidateMs: 20, negativeTtlMs: 30, maxSize: 2 });
cache.set("x", 1).set("y", 2).set("z", 3);
console.log(cache.size, cache.has("x"), cache.peek("y"), await cache.get("y"), await cache.get("x"));
cache.set("w", 4);
console.log(cache.has("z"), cache.has("y"), cache.delete("y"), cache.delete("y"), cache.size);

let fetches = 0;
const fetchLength = async (key: string) => {
  fetches++;
  await sleep(5);
  return key.length + fetches / 10;
};
console.log(await cache.get("long", fetchLength));
await sleep(50);
console.log("stale:", await cache.get("long", fetchLength), cache.peek("long"));
await sleep(6);
console.log("fresh:", await cache.get("long", fetchLength), fetches);
await sleep(70);
console.log("gone:", cache.peek("long"), cache.size, await cache.get("long", fetchLength), fetches);

// A refresh that fails leaves the stale value.
await sleep(50);
const fail = async () => {
  fetches++;
  throw new Error(`failed after ${fetches}`);
};
console.log(await cache.get("long", fail));
await sleep(1);
console.log(await cache.get("long"));

// An error is remembered for a while.
for (const wait of [0, 29, 1]) {
  await sleep(wait);
  try {
    await cache.get("bad", fail);
  } catch (error) {
    console.log(String(error));
  }
}

// What is stored or deleted while it is being fetched wins.
const fetching = cache.get("k", fetchLength);
await sleep(1);
cache.delete("k");
console.log((await fetching) > 1, cache.has("k"));
const again = cache.get("k", fetchLength);
await sleep(1);
cache.set("k", 42);
console.log((await again) > 1, await cache.get("k"));
cache.clear();
console.log(cache.size, await cache.get("k"));

// Without options nothing expires; `ttlMs` may be given for one entry.
const plain = new Cache();
plain.set(NaN, "n").set({}, "o").set("short", "s", { ttlMs: 10 });
await sleep(100_000);
console.log(plain.size, plain.peek(NaN), plain.peek({}), plain.peek("short"));
//= 2 false 2 2 undefined
//= false true true false 1
//= 4.1
//= stale: 4.1 4.1
//= fresh: 4.2 2
//= gone: undefined 0 4.3 3
//= 4.3
//= 4.3
//= Error: failed after 5
//= Error: failed after 5
//= Error: failed after 6
//= true false
//= true 42
//= 0 undefined
//= 2 n undefined undefined
