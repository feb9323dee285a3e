const o = {};
Object.defineProperty(o, "ro", { value: 1 });
const attempt = (f) => {
  try {
    console.log(f());
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
//= TypeError: Cannot assign to read only property 'ro' of object '#<Object>'
//= TypeError: Cannot delete property 'ro' of #<Object>
//= TypeError: Cannot redefine property: ro
//= true
//= TypeError: Cannot redefine property: ro
//= TypeError: Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>
//= TypeError: Getter must be a function: 1
//= TypeError: Object.defineProperty called on non-object
//= TypeError: Property description must be an object: 1
//= false
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
