class P {
  #f = 1;
  #m() {}
  get #g() {
    return 1;
  }
  set #s(v) {}
  static write(o) {
    o.#f = 2;
  }
  static method(o) {
    o.#m = 1;
  }
  static getter(o) {
    o.#g = 1;
  }
  static setter(o) {
    return o.#s;
  }
  static readM(o) {
  }
}
const attempt = (f) => {
  try {
    console.log("ok", f());
  } catch (e) {
    console.log(e.constructor.name + ": " + e.message);
  }
};
const p = new P();
attempt(() => P.write({}));
attempt(() => P.method(p));
attempt(() => P.getter(p));
attempt(() => P.setter(p));
attempt(() => P.readM({}));
attempt(() => typeof P.readM(p));
class Twice {
  constructor(o) {
    return o;
  }
}
class Stamp extends Twice {
  #s = 1;
  static has(o) {
    return #s in o;
  }
}
const target = {};
new Stamp(target);
console.log(Stamp.has(target));
attempt(() => new Stamp(target));
//= TypeError: Cannot write private member #f to an object whose class did not declare it
//= TypeError: Private method '#m' is not writable
//= TypeError: '#g' was defined without a setter
//= TypeError: '#s' was defined without a getter
//= ok undefined
//= ok undefined
//= true
//= TypeError: Cannot initialize #s twice on the same object
