// Ticks of then, await, thenables, queueMicrotask and process.nextTick beside each other.
const out = [];
const chain = (name, n) => {
  let p = Promise.resolve();
  for (let i = 0; i < n; i++) p = p.then(() => void out.push(name + i));
};
setTimeout(() => out.push("timer"));
chain("c", 6);
(async () => {
  await { then: (r) => r() };
  out.push("thenable");
})();
(async () => {
  await new Promise((r) => r(Promise.resolve()));
  out.push("nested");
})();
(async () => {
  for await (const x of [1, 2]) out.push("for" + x);
})();
queueMicrotask(() => {
  out.push("micro");
  queueMicrotask(() => out.push("micro in micro"));
});
Promise.resolve()
  .finally(() => out.push("fin"))
  .then(() => out.push("after fin"));
Promise.reject(1)
  .then(() => 0)
  .catch(() => out.push("caught"));
await new Promise((r) => setTimeout(r, 5));
console.log(out.join(" "));
//= c0 micro fin c1 thenable for1 micro in micro caught c2 nested c3 for2 after fin c4 c5 timer
