const k = "key",
  x = 1;
const sym = Symbol("s");
const o = {
  x,
  [k]: 2,
  ["m" + 1]() {
    return this.x;
  },
  get [k + "2"]() {
    return "got";
  },
  [sym]: 3,
  1.5: "num",
  0x10: "hex",
  "quoted-key": 1,
  async am() {},
  *gen() {},
  async *ag() {},
  if: "keyword",
  __proto__: { inherited: true },
  ["__proto__"]: "own",
};
console.log(o);
console.log(Object.keys(o), o.inherited, Object.hasOwn(o, "__proto__"), o[16], o[1.5]);
console.log({ __proto__: null }, { __proto__: 5 } instanceof Object, { ...null, ...undefined, ..."ab", ...[7] });
const dup = {
  a: 1,
  a: 2,
  get a() {
    return 3;
  },
};
console.log(dup.a, { b: 1, ...{ b: 2 }, c: 3 });
//= {
//=   '16': 'hex',
//=   x: 1,
//=   key: 2,
//=   m1: [Function: m1],
//=   key2: [Getter],
//=   '1.5': 'num',
//=   'quoted-key': 1,
//=   am: [AsyncFunction: am],
//=   gen: [GeneratorFunction: gen],
//=   ag: [AsyncGeneratorFunction: ag],
//=   if: 'keyword',
//=   ['__proto__']: 'own',
//=   [Symbol(s)]: 3
//= }
//= [
//=   '16',         'x',
//=   'key',        'm1',
//=   'key2',       '1.5',
//=   'quoted-key', 'am',
//=   'gen',        'ag',
//=   'if',         '__proto__'
//= ] true true hex num
//= [Object: null prototype] {} true { '0': 7, '1': 'b' }
//= 3 { b: 2, c: 3 }
