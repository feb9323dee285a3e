const log = [];
const say = (x) => (log.push(x), x);
class A {
  [say("k1")] = say("v1");
  static [say("k2")] = say("v2");
  [say("k3")]() {}
  static {
    say("block");
  }
  static [say("k4")] = say("v4");
  b = this[say("k1")];
  constructor() {
    say("ctor");
  }
}
say("defined");
const a = new A();
console.log(log.join(" "));
console.log(a, A);
console.log(Object.keys(a), Object.getOwnPropertyNames(A));
//= k1 k2 k3 k4 v2 block v4 defined v1 k1 ctor
//= A { k1: 'v1', b: 'v1' } [class A] { k2: 'v2', k4: 'v4' }
//= [ 'k1', 'b' ] [ 'length', 'name', 'prototype', 'k2', 'k4' ]
