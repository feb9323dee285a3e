const log = [];
let n = 0;
const id = setInterval(() => {
  log.push(`i${++n}`);
  if (n === 2) setTimeout(() => log.push("t"), 5);
  if (n === 4) {
    clearInterval(id);
    log.push("stop");
  }
}, 20);
await new Promise((r) => setTimeout(r, 140));
console.log(log.join(" "));
const ids = [1, 2, 3].map((x) => setTimeout(() => console.log("fires", x), 10 * x));
clearTimeout(ids[1]);
clearInterval(ids[2]);
await new Promise((r) => setTimeout(r, 50));
let self;
const done = new Promise((r) => {
  let c = 0;
  self = setInterval(() => {
    if (++c === 3) {
      clearTimeout(self);
      r("cleared by clearTimeout " + c);
    }
  }, 1);
});
console.log(await done);
const order = [];
setTimeout(() => order.push("b"), 11);
setTimeout(() => order.push("a"), 10);
setTimeout(() => order.push("c"), 12);
await new Promise((r) => setTimeout(r, 40));
console.log(order.join(""));
const poll = async (f, ms, tries) => {
  for (let i = 0; i < tries; i++) {
    const v = f(i);
    if (v) return v;
    await new Promise((r) => setTimeout(r, ms));
  }
  throw new Error("gave up");
};
console.log(await poll((i) => i === 2 && "found", 2, 5), await poll(() => 0, 1, 2).catch((e) => e.message));
const animate = (frames, f) =>
  new Promise((r) => {
    let i = 0;
    const step = () => {
      f(i);
      ++i < frames ? setTimeout(step, 4) : r(i);
    };
    step();
  });
const fs = [];
console.log(await animate(3, (i) => fs.push(i)), fs);
const x = setInterval(() => {
  throw new Error("not reached");
}, 1e6);
clearInterval(x);
console.log(typeof setTimeout, setTimeout.name, typeof clearInterval);
//= i1 i2 t i3 i4 stop
//= fires 1
//= cleared by clearTimeout 3
//= abc
//= found gave up
//= 3 [ 0, 1, 2 ]
//= function setTimeout function
