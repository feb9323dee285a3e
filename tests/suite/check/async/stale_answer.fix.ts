// check: tasks=holds event-loop=holds
// An answer is shown only if it answers the latest question.
let query = "";
let shown = "";
async function search(text: string, ms: number) {
  query = text;
  await sleep(ms);
  if (query === text) shown = text;
}
const older = search("a", 5);
const newer = search("ab", 2);
await Promise.all([older, newer]);
assert(shown === query, `asked for ${query}, shown ${shown}`);
