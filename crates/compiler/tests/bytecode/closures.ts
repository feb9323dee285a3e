const fs = [];
for (let i = 0; i < 3; i++) {
  fs.push(() => i);
}
for (const x of fs) {
  const y = x();
  fs.push(() => x + y);
}
function outer(a, b = a) {
  let c = 1;
  return () => () => { c = c + a; return c + b };
}
const recursive = function fact(n) { return n < 2 ? 1 : n * fact(n - 1) };
const arrow = () => arrow;
