const thenable = { then(resolve) { console.log("then called"); resolve("value"); } };
(async () => {
  console.log("before");
  console.log(await thenable);
})();
Promise.resolve(thenable).then((v) => console.log("resolved", v));
new Promise((r) => r(thenable)).then((v) => console.log("adopted", v));
Promise.resolve().then(() => console.log("t1")).then(() => console.log("t2")).then(() => console.log("t3"));
const bad = { then(_, reject) { reject(new Error("no")); } };
(async () => { try { await bad; } catch (e) { console.log(e.message); } })();
const throwing = { then() { throw new Error("threw"); } };
Promise.resolve(throwing).catch((e) => console.log(e.message));
console.log("sync");
//= before
//= sync
//= then called
//= then called
//= then called
//= t1
//= value
//= resolved value
//= adopted value
//= t2
//= no
//= threw
//= t3
