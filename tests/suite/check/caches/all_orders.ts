// check: tasks=holds tasks/any=holds event-loop=holds
// Three tasks with three operations each: nothing outdated is served after a deletion, and one fetches at a time.
let version = 0;
let fetching = 0;
const cache = new Cache<string, number>();
async function load() {
  const seen = version;
  fetching++;
  assert(fetching <= 1 + deletions, "two fetch what nobody has deleted");
  await sleep(1);
  fetching--;
  return seen;
}
let deletions = 0;
async function reader() {
  for (let i = 0; i < 3; i++) {
    const atLeast = version;
    const value = await cache.get("k", load);
    assert(value >= atLeast, `served ${value}, deleted before ${atLeast}`);
  }
}
async function writer() {
  version = 1;
  deletions++;
  cache.delete("k");
  await sleep(1);
  version = 2;
  cache.set("k", 2);
}
await Promise.all([spawn("A", reader), spawn("B", reader), spawn("C", writer)]);
assert(cache.peek("k") === 2, "what was stored last stays");
