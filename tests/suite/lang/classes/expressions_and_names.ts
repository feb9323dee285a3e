const A = class {};
const B = class Inner {
  static self() {
    return Inner;
  }
};
const o = { C: class {}, ["D" + 1]: class {}, e: () => {}, async *f() {} };
console.log(A.name, B.name, B.self() === B, o.C.name, o.D1.name, o.e.name, o.f.name);
try {
  B.self = null;
  class X {
    static {
      X = 1;
    }
  }
} catch (e) {
  console.log(e.name, e.message);
}
let Late = class {
  static n = 1;
};
const Copy = Late;
Late = null;
console.log(
  Copy.n,
  typeof class {},
  new (class {
    x = 1;
  })(),
);
const { D = class {}, f = function () {}, g = () => {} } = {};
console.log(D.name, f.name, g.name);
const list = [class {}, () => {}];
console.log(JSON.stringify(list[0].name), JSON.stringify(list[1].name));
function mixin(Base) {
  return class extends Base {
    mixed() {
      return "mixed " + super.toString();
    }
  };
}
class M extends mixin(Object) {}
console.log(new M().mixed(), Object.getPrototypeOf(M).name === "");
try {
  (() => {
    new K();
    class K {}
  })();
} catch (e) {
  console.log(e.message);
}
//= A Inner true C D1 e f
//= TypeError Assignment to constant variable.
//= 1 function { x: 1 }
//= D f g
//= "" ""
//= mixed [object Object] true
//= Cannot access 'K' before initialization
