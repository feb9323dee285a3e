const log = (x) => console.log(x);
Promise.resolve()
  .then(() => log("a1"))
  .then(() => log("a2"))
  .then(() => log("a3"))
  .then(() => log("a4"));
Promise.resolve()
  .then(() => {
    log("b1");
    return Promise.resolve("x");
  })
  .then(() => log("b2"));
Promise.resolve()
  .then(() => {
    log("c1");
    return {
      then(r) {
        log("thenable");
        r();
      },
    };
  })
  .then(() => log("c2"));
queueMicrotask(() => {
  log("q1");
  queueMicrotask(() => log("q2"));
});
new Promise((r) => {
  log("executor");
  r();
})
  .finally(() => log("f1"))
  .then(() => log("f2"));
(async () => {
  log("async start");
  await null;
  log("async 1");
  await undefined;
  log("async 2");
})();
log("sync end");
//= executor
//= async start
//= sync end
//= a1
//= b1
//= c1
//= q1
//= f1
//= async 1
//= a2
//= thenable
//= q2
//= async 2
//= a3
//= c2
//= a4
//= b2
//= f2
