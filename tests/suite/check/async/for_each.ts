// check: tasks=assertion(1) event-loop=assertion(1)
// `forEach` does not wait for what its callback returns.
const saved: string[] = [];
async function save(name: string) {
  await sleep(1);
  saved.push(name);
}
["a", "b"].forEach(async (name) => {
  await save(name);
});
assert(saved.length === 2, `${saved.length} of 2 are saved`);
