// check: tasks=assertion(8) event-loop=assertion(6)
// Looking before the wait looks at the wrong moment.
let query = "";
let shown = "";
async function search(text: string, ms: number) {
  query = text;
  if (query !== text) return;
  await sleep(ms);
  shown = text;
}
const older = search("a", 5);
const newer = search("ab", 2);
await Promise.all([older, newer]);
assert(shown === query, `asked for ${query}, shown ${shown}`);
