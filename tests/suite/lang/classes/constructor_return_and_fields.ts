class A {
  constructor() {
    return Object.create({ tricky: true });
  }
}
class B extends A {
  own = "field";
  #p = 1;
  read() {
    return this.#p;
  }
  static read(x) {
    return x.#p;
  }
}
const b = new B();
console.log(b.own, b.tricky, b instanceof B, B.read(b));
try {
  b.read();
} catch (e) {
  console.log(e.message);
}
class Frozen {
  constructor() {
    return Object.freeze({});
  }
}
try {
  new (class extends Frozen {
    x = 1;
  })();
} catch (e) {
  console.log(e.message);
}
class WithSetter {
  set x(v) {
    console.log("never called");
  }
}
class Defines extends WithSetter {
  x = 1;
}
console.log(Object.getOwnPropertyDescriptor(new Defines(), "x"));
try {
  class Computed {
    static i = 0;
    [`k${Computed?.i ?? "?"}`] = 1;
  }
} catch (e) {
  console.log(e.message);
}
//= field true false 1
//= b.read is not a function
//= Cannot define property x, object is not extensible
//= { value: 1, writable: true, enumerable: true, configurable: true }
//= Cannot access 'Computed' before initialization
