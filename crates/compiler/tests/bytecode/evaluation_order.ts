let x = 1;
function f() { return 1 }
const o = { x: 1, f };
const a = x + (x = 2) + x++;
x = x + f();
o.x = o.x + o.f(x, x = 3);
o[f()] = f();
const b = [x, x = 4, x];
const c = x ? x && o : x || o;
const d = `${x}-${f()}`;
x += x + f();
console.log(a, b, c, d, -x, +"1", !x, ~x, typeof x, void 0, delete o.x, "x" in o, o instanceof Object, 2 ** 3, (1, 2));
