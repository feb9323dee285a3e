console.log("main starts");
const t = spawn("A", async () => {
  console.log("A runs");
  await sleep(10);
  console.log("A slept");
  return 42;
});
console.log("spawn ran nothing", t.name, t.done);
console.log(await t, t.done);
//= main starts
//= spawn ran nothing A false
//= A runs
//= A slept
//= 42 true
