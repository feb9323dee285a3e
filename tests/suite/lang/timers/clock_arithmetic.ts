const start = performance.now(),
  wall = Date.now();
await new Promise((r) => setTimeout(r, 50));
const a = performance.now() - start,
  b = Date.now() - wall;
console.log(a >= 48 && a < 2000, b >= 48 && b < 2000, Math.abs(a - b) < 50);
const marks = [];
const mark = (n) => marks.push(n);
setTimeout(mark, 120, "c");
setTimeout(mark, 40, "a");
setTimeout(() => {
  mark("b");
  setTimeout(mark, 80, "d");
}, 80);
await new Promise((r) => setTimeout(r, 320));
console.log(marks.join(""));
let beats = 0;
const iv = setInterval(() => beats++, 40);
await new Promise((r) => setTimeout(r, 220));
clearInterval(iv);
console.log(beats >= 3 && beats <= 6);
const later = await Promise.race([
  new Promise((r) => setTimeout(r, 200, "slow")),
  new Promise((r) => setTimeout(r, 30, "quick")),
]);
console.log(later, new Date(0).getTime(), new Date(Date.now()).getTime() <= Date.now());
const chained = await [30, 10, 20].reduce(
  (p, ms) => p.then((xs) => new Promise((r) => setTimeout(r, ms, [...xs, ms]))),
  Promise.resolve([]),
);
console.log(chained);
//= true true true
//= abcd
//= true
//= quick 0 true
//= [ 30, 10, 20 ]
