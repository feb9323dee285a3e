const fs = [];
for (let i = 0; i < 3; i++) {
  fs.push(() => i);
}
console.log(fs.map((f) => f()));
const gs = [];
for (let i = 0; i < 6; i++) {
  gs.push(() => i++);
  i++;
}
console.log(gs.map((g) => g()), gs.map((g) => g()));
function counter() {
  let n = 0;
  return { up: () => ++n, down: () => --n, get: () => n };
}
const c = counter();
const d = counter();
c.up(); c.up(); d.down();
console.log(c.get(), d.get());
const hs = [];
for (const key of ["a", "b"]) hs.push(() => key);
console.log(hs[0](), hs[1]());
var vs = [];
for (var v = 0; v < 3; v++) vs.push(() => v);
console.log(vs.map((f) => f()));
//= [ 0, 1, 2 ]
//= [ 1, 3, 5 ] [ 2, 4, 6 ]
//= 2 -1
//= a b
//= [ 3, 3, 3 ]
