queueMicrotask(() => console.log("micro 1"));
Promise.resolve().then(() => console.log("then 1"));
queueMicrotask(() => {
  console.log("micro 2");
  queueMicrotask(() => console.log("nested"));
});
setTimeout(() => console.log("timer"), 0);
console.log("sync");
for (const bad of [undefined, 1, {}])
  try {
    queueMicrotask(bad);
  } catch (e) {
    console.log(e.name);
  }
await null;
console.log("after await");
await new Promise((r) => queueMicrotask(r));
console.log(
  queueMicrotask.length,
  queueMicrotask.name,
  typeof structuredClone,
  queueMicrotask(() => {}),
);
const t0 = performance.now();
await new Promise((r) => setTimeout(r, 20));
const dt = performance.now() - t0;
console.log(dt >= 18, Date.now() > 0 || Date.now() === 0 || true);
let count = 0;
const drain = () => {
  if (++count < 1000) queueMicrotask(drain);
};
drain();
setTimeout(() => console.log("microtasks starve timers", count), 0);
await new Promise((r) => setTimeout(r, 5));
const order = [];
await Promise.all(
  [
    async () => {
      order.push(1);
      await 0;
      order.push(4);
    },
    async () => {
      order.push(2);
      await 0;
      order.push(5);
    },
    async () => {
      order.push(3);
    },
  ].map((f) => f()),
);
console.log(order);
//= sync
//= TypeError
//= TypeError
//= TypeError
//= micro 1
//= then 1
//= micro 2
//= after await
//= nested
//= 1 queueMicrotask function undefined
//= timer
//= true true
//= microtasks starve timers 1000
//= [ 1, 2, 3, 4, 5 ]
