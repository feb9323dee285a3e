// check: tasks=assertion(8) event-loop=assertion(6)
// Search as you type, with a network that answers when it likes.
let query = "";
let shown = "";
async function search(text: string) {
  query = text;
  const found = await io(`search ${text}`, [5, 50], text);
  shown = found;
}
await Promise.all([search("a"), search("ab")]);
assert(shown === query, `asked for ${query}, shown ${shown}`);
