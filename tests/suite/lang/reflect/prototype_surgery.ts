const animal = {
  speak() {
    return this.sound + "!";
  },
};
const dog = Object.create(animal, { sound: { value: "woof", enumerable: true } });
console.log(dog.speak(), dog, Object.getPrototypeOf(dog) === animal, animal.isPrototypeOf(dog));
animal.run = function () {
  return this.sound + " runs";
};
console.log(dog.run());
Object.setPrototypeOf(dog, null);
try {
  dog.speak();
} catch (e) {
  console.log(e.message);
}
const serializable = (B) =>
    class extends B {
      toText() {
        return JSON.stringify(this);
      }
    },
  comparable = (B) =>
    class extends B {
      same(o) {
        return this.toText() === o.toText();
      }
    };
class Pt {
  constructor(x) {
    this.x = x;
  }
}
class Rich extends comparable(serializable(Pt)) {}
console.log(new Rich(1).same(new Rich(1)), new Rich(2).toText(), Rich.prototype instanceof Pt, new Rich(3));
class Base {
  hi() {
    return "base";
  }
}
class D extends Base {
  hi() {
    return super.hi() + "+d";
  }
}
const d = new D();
Base.prototype.hi = () => "patched";
console.log(d.hi());
Object.setPrototypeOf(D.prototype, { hi: () => "other" });
console.log(d.hi(), d instanceof Base);
D.prototype.hi = function () {
  return "replaced";
};
console.log(d.hi());
d.hi = () => "own";
console.log(d.hi());
delete d.hi;
console.log(d.hi());
Number.prototype.times = function (f) {
  for (let i = 0; i < this; i++) f(i);
};
const seen = [];
(3).times((i) => seen.push(i));
console.log(seen);
delete Number.prototype.times;
Object.defineProperty(Array.prototype, "second", {
  get() {
    return this[1];
  },
  configurable: true,
});
console.log([1, 2].second);
delete Array.prototype.second;
console.log([1, 2].second);
const o = { __proto__: { a: 1 } };
console.log(o.a, o.__proto__, Object.keys(o));
o.__proto__ = { b: 2 };
console.log(o.b, o.a);
({ __proto__: o.own } = { x: 1 });
console.log(o.own === Object.prototype);
function F() {}
F.prototype.shared = [];
new F().shared.push(1);
console.log(new F().shared, new F().constructor === F, F.prototype.constructor.name, Object.keys(new F()));
console.log(
  Function.prototype(),
  typeof Function.prototype,
  Object.getPrototypeOf(Function.prototype) === Object.prototype,
  Object.getPrototypeOf(Object.prototype),
  Object.getPrototypeOf(async () => {}) === Function.prototype,
);
//= woof! { sound: 'woof' } true true
//= woof runs
//= dog.speak is not a function
//= true {"x":2} true Rich { x: 3 }
//= patched+d
//= other+d false
//= replaced
//= own
//= replaced
//= [ 0, 1, 2 ]
//= 2
//= undefined
//= 1 { a: 1 } []
//= 2 undefined
//= true
//= [ 1 ] true F []
//= undefined function true null false
