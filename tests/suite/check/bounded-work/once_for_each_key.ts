// check: threads=holds tasks=holds event-loop=holds
// Two tasks ask for the same key: it is loaded once, and both get it.
const loads = new AtomicInt();
const users = batch(async (ids: number[]) => {
  loads.add(ids.length);
  return ids.map((id) => id * 10);
});
const ask = async (id: number) => assert((await users.load(id)) === id * 10);
await Promise.all([spawn("A", () => ask(1)), spawn("B", () => ask(1))]);
assert(loads.get() === 1, `${loads.get()}`);
