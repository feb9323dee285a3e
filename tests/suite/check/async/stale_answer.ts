// check: tasks=assertion(8) event-loop=assertion(6)
// Search as you type: the answer to the older question comes last and stays.
let query = "";
let shown = "";
async function search(text: string, ms: number) {
  query = text;
  await sleep(ms);
  shown = text;
}
const older = search("a", 5);
const newer = search("ab", 2);
await Promise.all([older, newer]);
assert(shown === query, `asked for ${query}, shown ${shown}`);
