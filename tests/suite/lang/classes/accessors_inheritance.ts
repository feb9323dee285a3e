class Temperature {
  static #zero = -273.15;
  #c;
  constructor(c) {
    this.celsius = c;
  }
  get celsius() {
    return this.#c;
  }
  set celsius(c) {
    if (c < Temperature.#zero) throw new RangeError(`${c} is below absolute zero`);
    this.#c = c;
  }
  get fahrenheit() {
    return this.celsius * 1.8 + 32;
  }
}
class Logged extends Temperature {
  get celsius() {
    console.log("get");
    return super.celsius;
  }
  set celsius(c) {
    console.log("set", c);
    super.celsius = c;
  }
}
const t = new Logged(20);
console.log(t.fahrenheit);
try {
  t.celsius = -300;
} catch (e) {
  console.log(String(e));
}
try {
} catch (e) {
  console.log(e.message);
}
const d = Object.getOwnPropertyDescriptor(Logged.prototype, "celsius");
console.log(typeof d.get, typeof d.set, d.enumerable, d.configurable, d.get.name, d.set.name);
class OnlySetter extends Temperature {
  set celsius(v) {}
  get other() {
    return 1;
  }
}
console.log(new OnlySetter(3).celsius, t);
//= set 20
//= get
//= 68
//= set -300
//= RangeError: -300 is below absolute zero
//= function function false true get celsius set celsius
//= undefined Logged {}
