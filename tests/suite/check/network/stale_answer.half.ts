// check: event-loop=exception(4)
// The old request is aborted, and its error is handled by nobody.
let shown = "";
let latest = 0;
let current: AbortController | undefined;
async function search(text: string) {
  current?.abort();
  current = new AbortController();
  const response = await fetch(`/search?q=${text}`, { signal: current.signal });
  shown = (await response.json()).url;
}
await Promise.all([search("a"), search("ab")]);
assert(shown === "/search?q=ab", shown);
