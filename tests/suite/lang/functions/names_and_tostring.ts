const anonymous = [function () {}, () => {}, class {}].map((f) => f.name);
const o = {
  f: function () {},
  g: () => {},
  ["c" + 1]: () => {},
  [Symbol("sy")]: () => {},
  get acc() {
    return 1;
  },
  async am() {},
  *gm() {},
  "a b": () => {},
};
console.log(
  anonymous,
  Object.values(o).map((f) => f?.name),
  o[Object.getOwnPropertySymbols(o)[0]].name,
  Object.getOwnPropertyDescriptor(o, "acc").get.name,
);
let a = () => {},
  { b = () => {} } = {},
  [c = class {}] = [],
  d;
d = function () {};
let e = function () {},
  f2 = (0, () => {});
console.log(a.name, b.name, c.name, d.name, e.name, JSON.stringify(f2.name));
let g;
g ??= () => {};
let h = null;
h ||= function () {};
console.log(g.name, h.name);
o.prop = () => {};
console.log(JSON.stringify(o.prop.name), function named() {}.bind().name, (() => {}).bind().name);
class K {
  static m() {}
  #p() {}
  static who() {
    return new K().#p.name;
  }
  static ["x" + 1] = () => {};
  field = () => {};
  static [Symbol.iterator]() {}
}
console.log(K.m.name, K.who(), K.x1.name, new K().field.name, K[Symbol.iterator].name);
const fn = () => {};
Object.defineProperty(fn, "name", { value: "renamed" });
console.log(fn.name, fn, Object.getOwnPropertyDescriptor(fn, "name"));
try {
} catch (x) {
  console.log(x.message);
}
delete fn.name;
console.log(JSON.stringify(fn.name), Object.getOwnPropertyNames(fn));
//= [ '', '', '' ] [ 'f', 'g', 'c1', undefined, 'am', 'gm', 'a b' ] [sy] get acc
//= a b c d e ""
//= g h
//= "" bound named bound
//= m #p x1 field [Symbol.iterator]
//= renamed [Function: renamed] {
//=   value: 'renamed',
//=   writable: false,
//=   enumerable: false,
//=   configurable: true
//= }
//= "" [ 'length' ]
