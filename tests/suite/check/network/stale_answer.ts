// check: event-loop=assertion(12)
// Whatever is answered last is shown, and that need not be what was asked for last.
let shown = "";
let latest = 0;
let current: AbortController | undefined;
async function search(text: string) {
  const response = await fetch(`/search?q=${text}`);
  shown = (await response.json()).url;
}
await Promise.all([search("a"), search("ab")]);
assert(shown === "/search?q=ab", shown);
