// lanes: model=event-loop
// Four requests want the same page, and nobody has it yet. Each
// asks the slow server: four times the work for one answer. Use
// `new Cache({ ttlMs: 1000 })` and `cache.get("home",
// fetchPage)`: one asks, the others wait for it.
const pages = new Map<string, string>();
let fetches = 0;

async function fetchPage(name: string) {
  fetches = fetches + 1;
  return io(`fetch ${name}`, 50, `<h1>${name}</h1>`);
}

async function visitor() {
  let page = pages.get("home");
  if (page === undefined) {
    page = await fetchPage("home");
    pages.set("home", page);
  }
  return page;
}

await Promise.all([1, 2, 3, 4].map((n) => spawn(`visitor ${n}`, visitor)));
console.log(`fetched ${fetches} times`);
assert(fetches === 1, `${fetches} fetches for one page`);
