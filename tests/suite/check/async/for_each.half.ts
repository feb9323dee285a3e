// check: tasks=assertion(1) event-loop=assertion(1)
// A loop that starts them all and waits for the last only.
const saved: string[] = [];
async function save(name: string) {
  await sleep(1);
  saved.push(name);
}
let last: Promise<void> | undefined;
for (const name of ["a", "b"]) {
  last = save(name);
}
if (saved.length > 0) await last;
assert(saved.length === 2, `${saved.length} of 2 are saved`);
