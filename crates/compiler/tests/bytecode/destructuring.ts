const [a, , b = 2, ...rest] = [1, 2];
const { c, d: { e = c } = {}, ["f" + a]: f, ...others } = { c: 1 };
let x = 1, y = 2;
[x, y] = [y, x];
({ x, y: others.z = 3 } = others);
for (const [key, value] of Object.entries(others)) console.log(key, value);
const g = ({ p, q = 1 }, [r], ...[s]) => p + q + r + s;
console.log(a, b, rest, e, f, g);
