// check: tasks=holds event-loop=holds
// Only the answer to the latest question is shown.
let query = "";
let shown = "";
async function search(text: string) {
  query = text;
  const found = await io(`search ${text}`, [5, 50], text);
  if (text === query) shown = found;
}
await Promise.all([search("a"), search("ab")]);
assert(shown === query, `asked for ${query}, shown ${shown}`);
