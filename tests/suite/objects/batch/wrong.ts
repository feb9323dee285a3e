// What batch refuses, and functions that do not keep their part.
const attempts: Array<() => unknown> = [
  () => batch(5 as never),
  () => batch(async (keys) => keys, { maxSize: 0 }),
  () => batch(async (keys) => keys, { maxSize: 1.5 }),
  () => batch(async (keys) => keys, { maxWaitMs: -1 }),
  () => batch(async (keys) => keys, { maxWaitMs: NaN }),
  () => batch(async (keys) => keys, { key: "id" as never }),
  () => batch(async (keys) => keys).load(undefined),
  () => batch(async (keys) => keys).load(null),
  () => batch(async () => 5 as never).load(1),
  () => batch(async () => []).load(1),
  () => batch(() => { throw new Error("at once"); }).load(1),
];
for (const attempt of attempts) {
  try {
    await attempt();
    console.log("accepted");
  } catch (error) {
    console.log(String(error));
  }
}
//= TypeError: batch takes a function of the keys of a batch
//= RangeError: batch: maxSize must be a whole number of at least 1, not 0
//= RangeError: batch: maxSize must be a whole number of at least 1, not 1.5
//= RangeError: batch: maxWaitMs must be a number of milliseconds that is not negative, not -1
//= RangeError: batch: maxWaitMs must be a number of milliseconds that is not negative, not NaN
//= TypeError: batch: key must be a function
//= TypeError: load() takes a key, not undefined
//= TypeError: load() takes a key, not null
//= TypeError: the function of a batch returns an array, not 5
//= TypeError: the function of a batch returns one result for each key: 1, not 0
//= Error: at once
