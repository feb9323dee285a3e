const log = (...a) => console.log(...a);
function withResolvers() {
  let resolve, reject;
  const promise = new Promise((a, b) => {
    resolve = a;
    reject = b;
  });
  return { promise, resolve, reject };
}
const d = withResolvers();
setTimeout(d.resolve, 5, "late");
log(await d.promise, d);
log(
  await Promise.resolve(1).finally(() => 2),
  await Promise.reject(1)
    .finally(() => 2)
    .catch((x) => "still " + x),
);
await Promise.resolve(1)
  .finally(() => {
    throw new Error("from finally");
  })
  .catch((e) => log(e.message));
await Promise.resolve(1)
  .finally(() => Promise.reject("async finally"))
  .catch((e) => log(e));
log(await Promise.resolve(1).finally("not a function"));
await Promise.resolve().finally((...args) => log("args", args.length));
const p = Promise.reject(new Error("handled later"));
const q = p.catch((e) => e.message);
log(
  await q,
  await p.then(
    () => "no",
    () => "yes",
  ),
);
const order = [];
await Promise.allSettled(
  [1, 2, 3].map(async (n) => {
    await null;
    for (let i = 0; i < n; i++) await null;
    order.push(n);
    if (n === 2) throw n;
  }),
);
log(order);
const chain = [1, 2, 3].reduce(
  (p, n) => p.then((acc) => new Promise((r) => setTimeout(r, 3 - n, [...acc, n]))),
  Promise.resolve([]),
);
log(await chain);
//= late {
//=   promise: Promise { 'late' },
//=   resolve: [Function (anonymous)],
//=   reject: [Function (anonymous)]
//= }
//= 1 still 1
//= from finally
//= async finally
//= 1
//= args 0
//= handled later yes
//= [ 1, 2, 3 ]
//= [ 1, 2, 3 ]
