class Counter {
  #count = 0;
  static #made = 0;
  static {
    console.log("static block sees", Counter.#made);
  }
  constructor() {
    Counter.#made++;
  }
  get #double() {
    return this.#count * 2;
  }
  set #double(v) {
    this.#count = v / 2;
  }
  #bump(by = 1) {
    this.#count += by;
    return this;
  }
  up() {
    return this.#bump().#bump(2);
  }
  twice() {
    this.#double += 10;
    return this.#double;
  }
  static made() {
    return Counter.#made;
  }
  static is(x) {
    return #count in x;
  }
  equals(other) {
    return this.#count === other.#count;
  }
}
const a = new Counter(),
  b = new Counter();
a.up();
console.log(a.twice(), Counter.made(), Counter.is(a), Counter.is({}), a.equals(b));
console.log(a, Object.getOwnPropertyNames(a), JSON.stringify(a));
try {
  a.equals({});
} catch (e) {
  console.log(e.name, e.message);
}
try {
  Counter.is(1);
} catch (e) {
  console.log(e.name, e.message);
}
//= static block sees 0
//= 16 2 true false false
//= Counter {} [] {}
//= TypeError Cannot read private member #count from an object whose class did not declare it
//= TypeError Cannot use 'in' operator to search for '#count' in 1
