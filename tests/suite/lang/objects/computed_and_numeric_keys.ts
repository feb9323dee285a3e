const o = {
  [1 + 1]: "two",
  [`t${1}`]: "tpl",
  [Symbol.for("s")]: "sym",
  [null]: "null",
  [undefined]: "undef",
  [{}]: "obj",
  [[1, 2]]: "arr",
  [-0]: "zero",
  [1e21]: "big",
  [0.1]: "frac",
  [true]: "t",
};
console.log(o);
console.log(o["1,2"], o["[object Object]"], o[0], o["-0"], o["1e+21"], o[0.1], o[1.0 + 1]);
const keys = [];
const k = (x) => (keys.push(x), x);
const p = {
  [k("a")]: k(1),
  [k("b")]() {},
  get [k("c")]() {
    return 1;
  },
  async *[k("d")]() {},
};
console.log(keys, Object.keys(p));
p["x y"] = 1;
p[Symbol.iterator] = function* () {
  yield* Object.keys(this);
};
console.log([...p], "x y" in p, delete p["x y"], p["x y"]);
//= {
//=   '0': 'zero',
//=   '2': 'two',
//=   t1: 'tpl',
//=   null: 'null',
//=   undefined: 'undef',
//=   '[object Object]': 'obj',
//=   '1,2': 'arr',
//=   '1e+21': 'big',
//=   '0.1': 'frac',
//=   true: 't',
//=   [Symbol(s)]: 'sym'
//= }
//= arr obj zero undefined big frac two
//= [ 'a', 1, 'b', 'c', 'd' ] [ 'a', 'b', 'c', 'd' ]
//= [ 'a', 'b', 'c', 'd', 'x y' ] true true undefined
