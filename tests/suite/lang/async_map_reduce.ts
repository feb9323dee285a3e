const delay = (ms, v) => new Promise((r) => setTimeout(r, ms, v));
const pages = { 1: ["a", "b"], 2: ["c"], 3: [] };
async function fetchPage(n) { return delay(10 * (4 - n), pages[n]); }
async function all() {
  const out = [];
  for (let n = 1; ; n++) {
    const page = await fetchPage(n);
    if (page.length === 0) break;
    out.push(...page);
  }
  return out;
}
console.log(await all());
console.log((await Promise.all([1, 2, 3].map(fetchPage))).flat());
console.log(await [1, 2, 3].reduce(async (acc, n) => (await acc) + n, Promise.resolve(0)));
const timeout = (p, ms) => Promise.race([p, delay(ms).then(() => { throw new Error("timed out"); })]);
console.log(await timeout(delay(5, "in time"), 50).catch((e) => e.message));
console.log(await timeout(delay(80, "late"), 10).catch((e) => e.message));
//= [ 'a', 'b', 'c' ]
//= [ 'a', 'b', 'c' ]
//= 6
//= in time
//= timed out
