// lanes: model=event-loop
// A search box asks with every key. Answers need not come in
// the order of the questions: an old one can arrive last and
// stay on the screen. Let each answer check that nobody has
// typed since.
let typed = "";
let shown = "";

async function search(query: string, ms: number) {
  typed = query;
  const answer = await io(`search ${query}`, ms, `results for "${query}"`);
  shown = answer;
}

await Promise.all([
  spawn("key 1", () => search("ca", 40)),
  spawn("key 2", () => search("cat", 30)),
]);
console.log(shown);
assert(
  shown === `results for "${typed}"`,
  `"${typed}" is typed, and the screen shows ${shown}`,
);
