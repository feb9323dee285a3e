// lanes: model=event-loop
// `forEach` calls an async function and does not wait for it:
// the report comes before the work is done. Use `for (const
// file of files)` with `await`, or `await
// Promise.all(files.map(...))`.
const files = ["a.txt", "b.txt", "c.txt"];
let saved = 0;

files.forEach(async (file) => {
  await io(`save ${file}`, 10);
  saved = saved + 1;
});

console.log(`${saved} of ${files.length} are saved`);
assert(saved === files.length, "the report came too early");
