// Awaits between timers: each timer's microtasks run before the next timer.
const out = [];
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const worker = async (name, ms, n) => {
  for (let i = 0; i < n; i++) {
    await sleep(ms);
    out.push(name + i);
    await null;
    out.push(name + i + "'");
  }
};
for (const k of ["x", "y", "z"])
  setTimeout(async () => {
    out.push(k);
    await null;
    out.push(k + "1");
    queueMicrotask(() => out.push(k + "2"));
  }, 1);
await worker("a", 30, 2);
console.log(out.join(" "));
out.length = 0;
await Promise.all([worker("slow", 70, 1), worker("fast", 20, 2)]);
console.log(out.join(" "));
//= x x1 x2 y y1 y2 z z1 z2 a0 a0' a1 a1'
//= fast0 fast0' fast1 fast1' slow0 slow0'
