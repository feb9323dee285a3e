Promise.resolve(1)
  .then((v) => { console.log(v); return v + 1; })
  .then((v) => { console.log(v); throw new Error("stop"); })
  .then(() => console.log("skipped"))
  .catch((e) => { console.log("caught", e.message); return "recovered"; })
  .finally(() => console.log("finally"))
  .then((v) => console.log(v));
Promise.reject(new Error("r")).then(null, (e) => console.log("second argument", e.message));
Promise.resolve("pass").then(undefined).then((v) => console.log(v));
Promise.resolve(5).finally(() => 99).then((v) => console.log("finally keeps", v));
Promise.resolve(5).finally(() => { throw new Error("from finally"); }).catch((e) => console.log(e.message));
const inner = new Promise((resolve) => setTimeout(() => resolve("late"), 10));
Promise.resolve(inner).then((v) => console.log(v));
Promise.resolve().then(() => inner).then((v) => console.log("adopted", v));
//= 1
//= second argument r
//= 2
//= pass
//= from finally
//= caught stop
//= finally keeps 5
//= finally
//= recovered
//= late
//= adopted late
