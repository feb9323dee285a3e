class A {
  m() {}
  static s() {}
  get g() {
    return 1;
  }
  *gen() {}
  async am() {}
}
for (const [o, k] of [
  [A.prototype, "m"],
  [A, "s"],
  [A.prototype, "g"],
  [A, "prototype"],
  [A.prototype, "constructor"],
]) {
  const { value, get, ...flags } = Object.getOwnPropertyDescriptor(o, k);
  console.log(k, flags);
}
for (const k in new A()) console.log("never", k);
console.log("prototype" in A.prototype.m, "prototype" in A.prototype.gen, "prototype" in A.prototype.am);
try {
  new new A().m();
} catch (e) {
  console.log(e.message);
}
try {
} catch (e) {
  console.log(e.message);
}
const o = {
  m() {},
  get g() {
    return 1;
  },
};
console.log(Object.getOwnPropertyDescriptor(o, "m").enumerable, Object.keys(o));
try {
  new o.m();
} catch (e) {
  console.log(e.message);
}
//= m { writable: true, enumerable: false, configurable: true }
//= s { writable: true, enumerable: false, configurable: true }
//= g { set: undefined, enumerable: false, configurable: true }
//= prototype { writable: false, enumerable: false, configurable: false }
//= constructor { writable: true, enumerable: false, configurable: true }
//= false true false
//= (intermediate value).m is not a constructor
//= true [ 'm', 'g' ]
//= o.m is not a constructor
