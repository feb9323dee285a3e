// What makes no sense is refused.
const options = [
  { ttlMs: 0 },
  { ttlMs: -1 },
  { ttlMs: NaN },
  { ttlMs: "5" },
  { maxSize: 0 },
  { maxSize: 1.5 },
  { maxSize: Infinity },
  { ttlMs: 5, jitter: 2 },
  { jitter: 0.1 },
  { staleWhileRevalidateMs: 5 },
  { earlyRefresh: true },
  { ttlMs: 5, beta: 1 },
  { ttlMs: 5, earlyRefresh: true, beta: -1 },
  { negativeTtlMs: -1 },
];
for (const given of options) {
  try {
    new Cache(given as any);
    console.log("made");
  } catch (error) {
    console.log(String(error));
  }
}
const books = new Cache();
const attempts: Array<() => unknown> = [
  () => books.get("k", 5 as any),
  () => books.get("k", async () => 1, { ttlMs: NaN }),
  () => books.set("k", 1, { ttlMs: -1 }),
  () => new DedupedCache().get("k", undefined as any, 5),
  () => new DedupedCache().get("k", async () => 1, undefined as any),
  () => books.get.call({} as any, "k"),
  () => (Cache as any)(),
];
for (const attempt of attempts) {
  try {
    await attempt();
    console.log("done");
  } catch (error) {
    console.log(String(error));
  }
}
console.log(books.size);
//= RangeError: new Cache: ttlMs must be a number of milliseconds above 0, not 0
//= RangeError: new Cache: ttlMs must be a number of milliseconds above 0, not -1
//= RangeError: new Cache: ttlMs must be a number of milliseconds above 0, not NaN
//= RangeError: new Cache: ttlMs must be a number of milliseconds above 0, not "5"
//= RangeError: new Cache: maxSize must be a whole number of at least 1, not 0
//= RangeError: new Cache: maxSize must be a whole number of at least 1, not 1.5
//= RangeError: new Cache: maxSize must be a whole number of at least 1, not Infinity
//= RangeError: new Cache: jitter must be a fraction from 0 to 1, not 2
//= RangeError: new Cache: jitter is of no use without ttlMs: nothing expires
//= RangeError: new Cache: staleWhileRevalidateMs is of no use without ttlMs: nothing expires
//= RangeError: new Cache: earlyRefresh is of no use without ttlMs: nothing expires
//= RangeError: new Cache: beta is of no use without earlyRefresh
//= RangeError: new Cache: beta must be a number from 0.001 to 1000000, not -1
//= RangeError: new Cache: negativeTtlMs must be a number of milliseconds of at least 0, not -1
//= TypeError: books.get(): fetcher must be a function, not 5
//= RangeError: books.get(): ttlMs must be a number of milliseconds of at least 0, not NaN
//= RangeError: books.set(): ttlMs must be a number of milliseconds of at least 0, not -1
//= TypeError: DedupedCache.get(): fetcher must be a function, not undefined
//= RangeError: DedupedCache.get(): ttlMs must be a number of milliseconds of at least 0, not undefined
//= TypeError: get is called on something that is no cache
//= TypeError: Class constructor Cache cannot be invoked without 'new'
//= 0
