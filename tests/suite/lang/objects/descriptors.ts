const o = {};
Object.defineProperty(o, "ro", { value: 1 });
const attempt = (f) => {
  try {
  } catch (e) {
    console.log(e.name + ": " + e.message);
  }
};
attempt(() => (o.ro = 2));
attempt(() => delete o.ro);
attempt(() => Object.defineProperty(o, "ro", { value: 2 }));
attempt(() => Object.defineProperty(o, "ro", { value: 1 }) === o);
attempt(() => Object.defineProperty(o, "ro", { get() {} }));
attempt(() => Object.defineProperty(o, "bad", { get() {}, value: 1 }));
attempt(() => Object.defineProperty(o, "bad", { get: 1 }));
attempt(() => Object.defineProperty(1, "x", {}));
attempt(() => Object.defineProperty(o, "x", 1));
attempt(() => Reflect.defineProperty(o, "ro", { value: 3 }));
Object.defineProperties(o, {
  a: { get: () => 5, enumerable: true, configurable: true },
  b: { value: 2, writable: true },
});
console.log(Object.getOwnPropertyDescriptors(o));
Object.defineProperty(o, "a", { value: 7 });
console.log(Object.getOwnPropertyDescriptor(o, "a"), o);
attempt(() =>
  ((o) => {
    "use strict";
    o.length = 1;
  })(() => {}),
);
//= {
//=   ro: { value: 1, writable: false, enumerable: false, configurable: false },
//=   a: {
//=     get: [Function: get],
//=     set: undefined,
//=     enumerable: true,
//=     configurable: true
//=   },
//=   b: { value: 2, writable: true, enumerable: false, configurable: false }
//= }
//= { value: 7, writable: false, enumerable: true, configurable: true } { a: 7 }
