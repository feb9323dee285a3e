async function inner() {
  await null;
  throw new RangeError("from inner");
}
async function outer() {
  console.log("outer");
  await inner();
}
await outer();
//= outer
//! RangeError: from inner
