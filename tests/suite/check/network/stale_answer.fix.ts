// check: event-loop=holds
// Only the answer to the latest question is shown.
let shown = "";
let latest = 0;
let current: AbortController | undefined;
async function search(text: string) {
  const mine = ++latest;
  const response = await fetch(`/search?q=${text}`);
  const answer = (await response.json()).url;
  if (mine === latest) shown = answer;
}
await Promise.all([search("a"), search("ab")]);
assert(shown === "/search?q=ab", shown);
