// check: tasks=assertion(8) event-loop=assertion(6)
// Looking before the question goes out is too early.
let query = "";
let shown = "";
async function search(text: string) {
  query = text;
  if (text !== query) return;
  const found = await io(`search ${text}`, [5, 50], text);
  shown = found;
}
await Promise.all([search("a"), search("ab")]);
assert(shown === query, `asked for ${query}, shown ${shown}`);
