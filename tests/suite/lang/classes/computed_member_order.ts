// Computed keys are all evaluated first, static initialisers after them, instance ones later.
const log = (x) => (console.log(x), x);
class Base { constructor() { log("base ctor"); } }
class C extends (log("heritage"), Base) {
  [log("a")] = log("init a");
  static [log("b")] = log("init b");
  [log("m")]() {}
  static { log("block " + Object.keys(this)); }
  get [log("g")]() { return 1; }
  static [log("c")] = log("init c");
  [log("d")] = log("init d " + Object.keys(this));
  constructor() { log("before super"); super(); log("after super"); }
}
new C();
console.log(Object.getOwnPropertyNames(C.prototype), Object.getOwnPropertyNames(C));
//= heritage
//= a
//= b
//= m
//= g
//= c
//= d
//= init b
//= block b
//= init c
//= before super
//= base ctor
//= init a
//= init d a
//= after super
//= [ 'constructor', 'm', 'g' ] [ 'length', 'name', 'prototype', 'b', 'c' ]
