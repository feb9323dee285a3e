// What pLimit refuses, as p-limit does; a wrong new limit changes nothing.
for (const wrong of [0, -1, 1.5, NaN, "2", null, undefined, {}, { concurrency: 0 }, { concurrency: 1, rejectOnClear: 1 }]) {
  try {
    pLimit(wrong as never);
    console.log("accepted");
  } catch (error) {
    console.log(String(error));
  }
}
const limit = pLimit(2);
try {
  limit.concurrency = 0;
} catch (error) {
  console.log(String(error), limit.concurrency);
}
try {
  await limit(5 as never);
} catch (error) {
  console.log((error as Error).name, limit.activeCount);
}
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not 0
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not -1
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not 1.5
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not NaN
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not 2
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not null
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not undefined
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not undefined
//= TypeError: pLimit: concurrency must be a whole number of at least 1 or Infinity, not 0
//= TypeError: pLimit: rejectOnClear must be true or false
//= TypeError: limit.concurrency: concurrency must be a whole number of at least 1 or Infinity, not 0 2
//= TypeError 0
