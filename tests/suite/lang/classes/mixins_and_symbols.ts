const Serial = Symbol("serial");
const CanFly = (B) =>
  class CanFly extends B {
    fly() {
      return `${this.name} flies`;
    }
    get traits() {
      return [...(super.traits ?? []), "fly"];
    }
  };
const CanSwim = (B) =>
  class extends B {
    swim = () => `${this.name} swims`;
    get traits() {
      return [...(super.traits ?? []), "swim"];
    }
    static [Symbol.hasInstance](x) {
      return "swim" in x;
    }
  };
class Animal {
  constructor(n) {
    this.name = n;
  }
  get traits() {
    return ["alive"];
  }
  [Serial]() {
    return JSON.stringify(this);
  }
  static {
    this.kingdom = "animalia";
  }
}
class Duck extends CanSwim(CanFly(Animal)) {
  get traits() {
    return super.traits.concat("quack");
  }
}
const d = new Duck("Don");
console.log(d.fly(), d.swim(), d.traits, d[Serial](), Duck.kingdom, { swim: 1 } instanceof Duck, d);
const proto = [];
for (let p = d; p; p = Object.getPrototypeOf(p)) proto.push(p.constructor.name);
console.log(proto);
class Temp {
  static #cache = new Map();
  static of(k) {
    return Temp.#cache.get(k) ?? (Temp.#cache.set(k, new Temp(k)), Temp.#cache.get(k));
  }
  constructor(k) {
    this.k = k;
  }
  [Symbol.toPrimitive](h) {
    return h === "string" ? `T${this.k}` : this.k;
  }
  get [Symbol.toStringTag]() {
    return "Temp";
  }
  static get [Symbol.species]() {
    return this;
  }
  *[Symbol.iterator]() {
    for (let i = 0; i < this.k; i++) yield i;
  }
  async *[Symbol.asyncIterator]() {
    yield* [...this];
  }
}
console.log(
  Temp.of(3) === Temp.of(3),
  +Temp.of(3),
  `${Temp.of(3)}`,
  Temp.of(3) + 1,
  [...Temp.of(3)],
  String(Object.prototype.toString.call(Temp.of(1))),
);
for await (const x of Temp.of(2)) console.log(x);
const ops = { [Symbol.for("add")]: (a, b) => a + b };
console.log(ops[Symbol.for("add")](1, 2), Object.getOwnPropertySymbols(Temp.prototype).map(String));
class Matrix {
  constructor(rows) {
    this.rows = rows;
  }
  static identity(n) {
    return new Matrix(Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j))));
  }
  mul({ rows: b }) {
    return new Matrix(this.rows.map((r) => b[0].map((_, j) => r.reduce((s, x, k) => s + x * b[k][j], 0))));
  }
  toString() {
    return this.rows.map((r) => r.join(" ")).join("\n");
  }
  equals(o) {
    return `${this}` === `${o}`;
  }
}
const m = new Matrix([
  [1, 2],
  [3, 4],
]);
console.log(`${m.mul(m)}`, m.mul(Matrix.identity(2)).equals(m));
//= Don flies Don swims [ 'alive', 'fly', 'swim', 'quack' ] {"name":"Don"} animalia true Duck { name: 'Don', swim: [Function: swim] }
//= [ 'Duck', 'Duck', '', 'CanFly', 'Animal', 'Object' ]
//= true 3 T3 4 [ 0, 1, 2 ] [object Temp]
//= 0
//= 1
//= 3 [
//=   'Symbol(Symbol.toPrimitive)',
//=   'Symbol(Symbol.toStringTag)',
//=   'Symbol(Symbol.iterator)',
//=   'Symbol(Symbol.asyncIterator)'
//= ]
//= 7 10
//= 15 22 true
