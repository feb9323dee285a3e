const log = (...a) => console.log(...a);
const p = new Promise((resolve, reject) => {
  resolve(1);
  resolve(2);
  reject(3);
  throw new Error("ignored");
});
log(await p);
const self = {};
self.p = new Promise((r) => {
  self.resolve = r;
});
self.resolve(self.p);
await self.p.catch((e) => log(e.name, e.message));
await new Promise((r) =>
  r({
    get then() {
      throw new Error("getter");
    },
  }),
).catch((e) => log(e.message));
await new Promise((r) =>
  r({
    then(a, b) {
      a("first");
      b("second");
      throw new Error("late");
    },
  }),
).then(log);
await new Promise((r) =>
  r({
    then(a, b) {
      throw new Error("early");
    },
  }),
).catch((e) => log(e.message));
log(await new Promise((r) => r({ then: "not callable" })));
log(await { then: (r) => r({ then: (r2) => r2("nested") }) });
log((await Promise.resolve(p)) === 1, Promise.resolve(p) === p);
await Promise.reject(Promise.resolve(1)).catch((x) => log(x instanceof Promise));
log(
  await Promise.resolve(1).then(2),
  await Promise.resolve(1).then(undefined, () => 0),
  await Promise.reject(3)
    .then(null)
    .catch((x) => x),
);
for (const bad of [
  () => new Promise(),
  () => new Promise(1),
  () => Promise(),
  () => Promise.resolve.call(1),
  () => Promise.prototype.then.call({}),
]) {
  try {
    bad();
  } catch (e) {
    log(e.message);
  }
}
log(
  Promise.resolve.call(Promise, 1),
  Promise.length,
  Promise.all.length,
  p.then.length,
  new Promise(() => {}),
  Promise.reject(1).catch(() => {}) instanceof Promise,
);
//= 1
//= TypeError Chaining cycle detected for promise #<Promise>
//= getter
//= first
//= early
//= { then: 'not callable' }
//= nested
//= true true
//= true
//= 1 1 3
//= Promise resolver undefined is not a function
//= Promise resolver 1 is not a function
//= Promise constructor cannot be invoked without 'new'
//= PromiseResolve called on non-object
//= Method Promise.prototype.then called on incompatible receiver #<Object>
//= Promise { 1 } 1 1 2 Promise { <pending> } true
