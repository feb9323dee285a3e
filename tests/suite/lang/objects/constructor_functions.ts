function Account(owner, balance = 0) {
  if (!new.target) return new Account(owner, balance);
  this.owner = owner;
  let hidden = balance;
  this.deposit = (n) => ((hidden += n), this);
  Object.defineProperty(this, "balance", { get: () => hidden, enumerable: true });
}
Account.prototype = {
  constructor: Account,
  describe() {
    return `${this.owner}: ${this.balance}`;
  },
  get rich() {
    return this.balance > 100;
  },
};
Account.bank = "B";
const a = Account("ann", 50),
  b = new Account("bob");
console.log(
  a.deposit(100).describe(),
  b.describe(),
  a.rich,
  b.rich,
  a instanceof Account,
  a.constructor === Account,
  Account.bank,
  a,
);
function Savings(owner) {
  Account.call(this, owner);
}
console.log(typeof Savings.prototype.constructor, Object.getOwnPropertyNames(Savings.prototype));
Savings.prototype.__proto__ = Account.prototype;
try {
  console.log(new Savings("sam").describe());
} catch (e) {
  console.log(e.message);
}
function Ret(x) {
  this.x = 1;
  return x;
}
console.log(new Ret({ own: 1 }), new Ret(5), new Ret(null), new Ret([1]), Ret.call({}, 7));
const Arrow = () => {};
try {
  new Arrow();
} catch (e) {
  console.log(e.message);
}
const o = { M() {}, F: function () {} };
try {
  new o.M();
} catch (e) {
  console.log(e.message);
}
console.log(
  new o.F(),
  Object.getPrototypeOf(new o.F()) === o.F.prototype,
  new (function () {
    return this;
  })() instanceof Object,
  new Ret().constructor.name,
  Ret.prototype.isPrototypeOf(new Ret()),
);
Ret.prototype = null;
console.log(
  Object.getPrototypeOf(new Ret()) === Object.prototype,
  new (class {
    constructor() {
      return new Map([[1, 2]]);
    }
  })(),
);
const Counter = (function () {
  let n = 0;
  function Counter() {
    n++;
  }
  Counter.count = () => n;
  return Counter;
})();
new Counter();
new Counter();
console.log(
  Counter.count(),
  Object.getOwnPropertyDescriptor(Counter, "prototype"),
  Object.getOwnPropertyDescriptor(class {}, "prototype"),
  Counter.hasOwnProperty("arguments"),
  Object.getOwnPropertyNames(function (a) {}).sort(),
  Object.getOwnPropertyNames(() => {}).sort(),
);
//= ann: 150 bob: 0 true false true true B Account {
//=   owner: 'ann',
//=   deposit: [Function (anonymous)],
//=   balance: [Getter]
//= }
//= function [ 'constructor' ]
//= undefined: undefined
//= { own: 1 } Ret { x: 1 } Ret { x: 1 } [ 1 ] 7
//= Arrow is not a constructor
//= o.M is not a constructor
//= F {} true true Ret true
//= true Map(1) { 1 => 2 }
//= 2 { value: {}, writable: true, enumerable: false, configurable: false } { value: {}, writable: false, enumerable: false, configurable: false } false [ 'length', 'name', 'prototype' ] [ 'length', 'name' ]
