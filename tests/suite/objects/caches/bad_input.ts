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
