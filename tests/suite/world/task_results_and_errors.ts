const ok = spawn("ok", async () => "value");
const bad = spawn("bad", async () => { throw new Error("inside the task"); });
console.log(await ok);
try {
  await bad;
} catch (e) {
  console.log("caught", e.message);
}
console.log(ok.done, bad.done, ok.name);
//= value
//= caught inside the task
//= true true ok
