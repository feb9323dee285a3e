const fs = [];
for (let i = 0; i < 3; i++) {
  fs.push(() => i++);
}
console.log(
  fs.map((f) => f()),
  fs.map((f) => f()),
);
const gs = [];
for (let i = 0, inc = () => i++, get = () => i; i < 3; inc(), i++) {
  gs.push(get);
  if (gs.length > 5) break;
}
console.log(gs.length, gs[0]());
const hs = [];
for (const x of [1, 2]) {
  var shared = x;
  hs.push(() => [x, shared]);
}
console.log(hs.map((h) => h()));
const ks = [];
for (const k in { a: 1, b: 2 }) ks.push(() => k);
console.log(ks.map((k) => k()));
let outer = 0;
{
  let outer = 1;
  {
    let outer = 2;
    fs.push(() => outer);
  }
  console.log(outer, fs.at(-1)());
}
try {
  for (let i = i; ;) break;
} catch (e) {
  console.log(e.message);
}
try {
  for (const x of [x]) break;
} catch (e) {
  console.log(e.message);
}
for (let i = 0; i < 2; i++) {
  let i = "shadow";
  console.log(i);
}
const counters = [];
for (let i = 0; i < 2; i++) counters.push({ up: () => ++i, get: () => i });
counters[0].up();
counters[0].up();
console.log(counters.map((c) => c.get()));
//= [ 0, 1, 2 ] [ 1, 2, 3 ]
//= 3 3
//= [ [ 1, 2 ], [ 2, 2 ] ]
//= [ 'a', 'b' ]
//= 1 2
//= Cannot access 'i' before initialization
//= Cannot access 'x' before initialization
//= shadow
//= shadow
//= [ 2, 1 ]
