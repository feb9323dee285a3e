// Maps over many items, so many at a time, in chunks; map-reduce; stages that work at the same time.
const square = async (n: number) => {
  await sleep(10 * n);
  return n * n;
};
console.log(await parallelMap([3, 1, 2], square, { concurrency: 2 }), performance.now());
console.log(await parallelMap(new Set([1, 2, 3]), square, { concurrency: 2, chunkSize: 2 }), performance.now());
const begun: number[] = [];
try {
  await parallelMap([1, 2, 3, 4], async (n) => {
    begun.push(n);
    await sleep(1);
    if (n === 2) throw new Error("two");
  }, { concurrency: 1 });
} catch (error) {
  console.log(String(error), begun);
}
const sum = { map: square, reduce: (a: number, b: number) => a + b };
console.log(await mapReduce([1, 2, 3, 4, 5], { ...sum, chunkSize: 2, concurrency: 2 }));
console.log(await mapReduce([], { ...sum, initial: 0 }));

const start = performance.now();
for await (const line of pipeline([1, 2, 3], square, (n: number) => `<${n}>`, { buffer: 1 })) {
  console.log(line, performance.now() - start);
}
// An error in a stage reaches whoever reads; who stops reading stops the stages.
try {
  for await (const n of pipeline([1, 2, 3], (n: number) => {
    if (n === 2) throw new Error("bad item");
    return n;
  })) {
    console.log(n);
  }
} catch (error) {
  console.log(String(error));
}
function* forever() {
  for (let i = 0; ; i++) yield i;
}
for await (const n of pipeline(forever(), square)) {
  if (n >= 4) break;
  console.log(n);
}
const wide = pipeline([4, 3, 2, 1], square, { workers: 4, buffer: 4 });
const out: number[] = [];
for await (const n of wide) out.push(n);
console.log(out);
for (const attempt of [
  () => pipeline([1]),
  () => pipeline([1], 5 as never, square),
  () => pipeline([1], square, { workers: 0 }),
  () => parallelMap([1], square, { concurrency: 0 }),
  () => parallelMap([1], square, { chunkSize: 0 }),
  () => mapReduce([1], { map: square } as never),
  () => mapReduce([], sum),
]) {
  try {
    await attempt();
    console.log("accepted");
  } catch (error) {
    console.log(String(error));
  }
}
//= [ 9, 1, 4 ] 30
//= [ 1, 4, 9 ] 60
//= Error: two [ 1, 2 ]
//= 55
//= 0
//= <1> 10
//= <4> 30
//= <9> 60
//= 1
//= Error: bad item
//= 0
//= 1
//= [ 1, 4, 9, 16 ]
//= TypeError: pipeline takes at least one stage
//= TypeError: pipeline: a stage is a function
//= RangeError: pipeline: workers must be a whole number of at least 1
//= TypeError: parallelMap: concurrency must be a whole number of at least 1 or Infinity, not 0
//= RangeError: parallelMap: chunkSize must be a whole number of at least 1, not 0
//= TypeError: mapReduce takes { map, reduce } with two functions
//= TypeError: mapReduce of no items with no initial value
