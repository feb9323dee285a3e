const log = [];
async function f(x) {
  log.push("f" + x);
  if (x === 2) throw new Error("sync throw in async");
  await null;
  log.push("f" + x + " after");
  return x;
}
const ps = [f(1), f(2), f(3)];
log.push("sync");
console.log(
  (await Promise.allSettled(ps)).map((r) => r.status),
  log.join(","),
);
async function defaults(a, b = a.x) {
  return b;
}
const p = defaults();
log.push("no throw");
await p.catch((e) => console.log(e.message));
const o = {
  async [(log.push("computed"), "m")]() {
    return super.toString === Object.prototype.toString;
  },
  get async() {
    return 1;
  },
};
console.log(await o.m(), o.async);
async function* g() {
  log.push("g started");
  yield 1;
}
const it = g();
console.log(log.includes("g started"));
await it.next();
console.log(log.includes("g started"));
async function ret() {
  return {
    then(r) {
      r("unwrapped");
    },
  };
}
console.log(await ret());
async function thrower() {
  throw Promise.resolve("not unwrapped");
}
await thrower().catch(async (e) => console.log(e instanceof Promise, await e));
const arrow = async () => await (async () => await (async () => "deep")())();
console.log(await arrow());
await (async () => {
  try {
    await Promise.all([f(2), f(4)]);
  } catch (e) {
    console.log(e.message);
  }
})();
const noAwait = async () => {};
console.log(
  await noAwait(),
  noAwait() instanceof Promise,
  (await (async () => [await 1, await 2])()).length,
  typeof (async () => {})(),
  await (async (...a) => a.length)(1, 2),
);
class A {
  static async create() {
    const a = new this();
    a.ready = await Promise.resolve(true);
    return a;
  }
  async *[Symbol.asyncIterator]() {
    yield* [1, 2];
  }
}
const a = await A.create();
const vs = [];
for await (const v of a) vs.push(v);
console.log(a, vs);
label: for (const x of [1, 2]) {
  for await (const y of [1, 2]) {
    if (y === 2) continue label;
    console.log(x, y);
  }
}
console.log(await [1, 2].reduce(async (s, x) => (await s) + x, 0));
//= [ 'fulfilled', 'rejected', 'fulfilled' ] f1,f2,f3,sync,f1 after,f3 after
//= Cannot read properties of undefined (reading 'x')
//= true 1
//= false
//= true
//= unwrapped
//= true not unwrapped
//= deep
//= sync throw in async
//= undefined true 2 object 2
//= A { ready: true } [ 1, 2 ]
//= 1 1
//= 2 1
//= 3
