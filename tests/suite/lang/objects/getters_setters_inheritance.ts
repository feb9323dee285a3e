const base = {
  _v: 1,
  get v() {
    return this._v;
  },
  set v(x) {
    this._v = x;
  },
};
const d = Object.create(base);
d.v = 5;
console.log(d._v, base._v, Object.hasOwn(d, "v"), Object.keys(d));
const ro = Object.create({
  get only() {
    return "ro";
  },
});
try {
  ro.only = 1;
} catch (e) {
  console.log(e.message);
}
const frozenProto = Object.create(Object.freeze({ f: 1 }));
try {
  frozenProto.f = 2;
} catch (e) {
  console.log(e.message);
}
Object.defineProperty(frozenProto, "f", { value: 3, writable: true });
frozenProto.f = 4;
console.log(frozenProto.f);
class T {
  static #n = 0;
  static get n() {
    return T.#n;
  }
  static set n(v) {
    T.#n = v * 2;
  }
}
T.n = 5;
T.n += 1;
console.log(T.n);
class Sub extends T {}
Sub.n = 1;
console.log(T.n, Sub.n, Object.hasOwn(Sub, "n"));
const o = {
  get x() {
    return 1;
  },
  x: 2,
  y: 1,
  get y() {
    return 2;
  },
};
console.log(o.x, o.y, Object.getOwnPropertyDescriptor(o, "y").set);
const lazy = {
  get v() {
    delete this.v;
    return (this.v = Math.sqrt(16));
  },
};
console.log(lazy.v, Object.getOwnPropertyDescriptor(lazy, "v"));
const chained = Object.defineProperty({}, "a", {
  get() {
    return this;
  },
  configurable: true,
});
console.log(chained.a.a === chained, "a" in chained, chained.propertyIsEnumerable("a"));
const watch = (o, k, f) => {
  let v = o[k];
  Object.defineProperty(o, k, {
    get: () => v,
    set: (n) => {
      f(v, n);
      v = n;
    },
    enumerable: true,
  });
  return o;
};
const w = watch({ t: 1 }, "t", (a, b) => console.log(`${a} -> ${b}`));
w.t = 2;
w.t++;
console.log(w.t, JSON.stringify(w), { ...w });
for (const desc of [{ get() {} }, { set(v) {} }, { value: 1 }, {}, { get: undefined, enumerable: true }])
  console.log(Object.getOwnPropertyDescriptor(Object.defineProperty({}, "k", desc), "k"));
console.log(
  o.__lookupGetter__?.("x"),
  typeof Object.getOwnPropertyDescriptor(Object.prototype, "__proto__").get,
  Reflect.get(base, "v", { _v: "receiver" }),
  Reflect.set(base, "v", 9, w),
  w._v,
);
//= 5 1 false [ '_v' ]
//= Cannot set property only of #<Object> which has only a getter
//= Cannot assign to read only property 'f' of object '#<Object>'
//= 4
//= 22
//= 2 2 false
//= 2 2 undefined
//= 4 { value: 4, writable: true, enumerable: true, configurable: true }
//= true true false
//= 1 -> 2
//= 2 -> 3
//= 3 {"t":3} { t: 3 }
//= {
//=   get: [Function: get],
//=   set: undefined,
//=   enumerable: false,
//=   configurable: false
//= }
//= {
//=   get: undefined,
//=   set: [Function: set],
//=   enumerable: false,
//=   configurable: false
//= }
//= { value: 1, writable: false, enumerable: false, configurable: false }
//= {
//=   value: undefined,
//=   writable: false,
//=   enumerable: false,
//=   configurable: false
//= }
//= {
//=   get: undefined,
//=   set: undefined,
//=   enumerable: true,
//=   configurable: false
//= }
//= undefined function receiver true 9
