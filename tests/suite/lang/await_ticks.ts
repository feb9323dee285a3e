async function one() {
  console.log("one: start");
  await null;
  console.log("one: after 1");
  await null;
  console.log("one: after 2");
}
async function two() {
  console.log("two: start");
  await null;
  console.log("two: after 1");
}
one();
two();
Promise.resolve().then(() => console.log("then 1")).then(() => console.log("then 2")).then(() => console.log("then 3"));
console.log("sync end");
//= one: start
//= two: start
//= sync end
//= one: after 1
//= two: after 1
//= then 1
//= one: after 2
//= then 2
//= then 3
