// 100,000 operations submitted at once, of which 100 may run at a time.
const work = () => Promise.resolve(1);
async function main() {
  const operations = Array.from({ length: 100_000 }, () => limited(work));
  const results = await Promise.all(operations);
  finish(results.length);
}
main();
