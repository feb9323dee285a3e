// check: tasks=holds event-loop=holds
// `map` keeps the promises, `Promise.all` waits for them.
const saved: string[] = [];
async function save(name: string) {
  await sleep(1);
  saved.push(name);
}
await Promise.all(
  ["a", "b"].map(async (name) => {
    await save(name);
  }),
);
assert(saved.length === 2, `${saved.length} of 2 are saved`);
