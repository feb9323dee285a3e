const log = (...a) => console.log(...a);
await Promise.resolve(1).then(null, null).then(undefined).then("s").then(log);
await Promise.reject(2)
  .then(() => log("no"))
  .catch(null)
  .catch((e) => log("caught", e));
await Promise.resolve(3)
  .then((v) => {
    throw v + 1;
  })
  .then(
    () => log("skipped"),
    (e) => e + 1,
  )
  .then(log);
await Promise.reject(new Error("E"))
  .finally(() => log("f"))
  .catch((e) => {
    log(e.message);
    return "back";
  })
  .finally((x) => log("f2", x))
  .then(log);
const p = Promise.resolve("v");
const a = p.then((x) => x + 1),
  b = p.then((x) => x + 2);
log(await a, await b, a === b, p.then() === p, await p.then());
log(await p.then(() => p.then(() => p.then((x) => x + "!"))), await Promise.all([p, p.then((x) => x.length)]));
let resolve;
const late = new Promise((r) => (resolve = r));
const chain = late.then((v) => log("late", v));
resolve(Promise.resolve(Promise.resolve("deep")));
await chain;
const order = [];
const q = Promise.resolve();
q.then(() => order.push(1));
q.then(() => {
  order.push(2);
  q.then(() => order.push(5));
});
q.then(() => order.push(3));
q.finally(() => order.push(4));
await null;
await null;
await null;
log(order.join(""));
await new Promise((r) => r()).then(function () {
  log(this === undefined, arguments.length);
});
await Promise.reject(1).catch(function () {
  log(arguments.length, arguments[0]);
});
const thenable = {
  then(res, rej) {
    log(typeof res, typeof rej, res.length);
    rej("thenable rejected");
  },
};
await Promise.resolve(thenable).catch(log);
try {
  await thenable;
} catch (e) {
  log("awaited", e);
}
const results = [];
for (const v of [1, Promise.resolve(2), { then: (r) => r(3) }]) results.push(await v);
log(results);
new Promise((_, j) => j(0)).catch(() => {});
Promise.reject().catch((e) => log(e));
await null;
log(Object.getOwnPropertyNames(Promise.prototype).sort().join());
//= 1
//= caught 2
//= 5
//= f
//= E
//= f2 undefined
//= back
//= v1 v2 false false v
//= v! [ 'v', 1 ]
//= late deep
//= 12345
//= true 1
//= 1 1
//= function function 1
//= thenable rejected
//= function function 1
//= awaited thenable rejected
//= [ 1, 2, 3 ]
//= undefined
//= catch,constructor,finally,then
