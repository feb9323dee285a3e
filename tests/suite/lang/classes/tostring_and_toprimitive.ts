class Money {
  constructor(v) {
    this.v = v;
  }
  [Symbol.toPrimitive](hint) {
    return hint === "number" ? this.v : hint === "string" ? `$${this.v}` : `default(${this.v})`;
  }
  get [Symbol.toStringTag]() {
    return "Money";
  }
}
const m = new Money(5);
console.log(`${m}`, +m, m + 1, m * 2, m == "default(5)", Object.prototype.toString.call(m), m);
console.log([m] + "", { [m]: 1 }, m < 6, Math.max(m, 3));
const order = [];
const o = {
  valueOf() {
    order.push("valueOf");
    return {};
  },
  toString() {
    order.push("toString");
    return "s";
  },
};
console.log(o + "", `${o}`, order);
try {
  +{ valueOf: () => ({}), toString: () => ({}) };
} catch (e) {
  console.log(e.message);
}
try {
  `${{ [Symbol.toPrimitive]: () => ({}) }}`;
} catch (e) {
  console.log(e.message);
}
try {
} catch (e) {
  console.log(e.message);
}
//= $5 5 default(5)1 10 true [object Money] Money { v: 5 }
//= $5 { '$5': 1 } true 5
//= s s [ 'valueOf', 'toString', 'toString' ]
//= Cannot convert object to primitive value
//= Cannot convert object to primitive value
