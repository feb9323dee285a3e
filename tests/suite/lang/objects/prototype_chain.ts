function Animal(name) {
  this.name = name;
}
Animal.prototype.speak = function () {
  return `${this.name} makes a noise`;
};
function Dog(name) {
  Animal.call(this, name);
}
Dog.prototype = Object.create(Animal.prototype, { constructor: { value: Dog, writable: true, configurable: true } });
Dog.prototype.speak = function () {
  return Animal.prototype.speak.call(this) + ": woof";
};
const d = new Dog("Rex");
console.log(d.speak(), d instanceof Animal, d.constructor.name, d, Animal.prototype.isPrototypeOf(d));
console.log(Object.getPrototypeOf(d) === Dog.prototype, d.hasOwnProperty("name"), d.propertyIsEnumerable("name"));
const bare = Object.create(null);
bare.x = 1;
console.log(bare, "toString" in bare, Object.getPrototypeOf(bare));
try {
  `${bare}`;
} catch (e) {
  console.log(e.message);
}
try {
  const a = {},
    b = Object.create(a);
  Object.setPrototypeOf(a, b);
} catch (e) {
  console.log(e.message);
}
Array.prototype.last = function () {
  return this[this.length - 1];
};
console.log([1, 2, 3].last(), Object.keys([9]));
for (const k in [9]) console.log(k);
delete Array.prototype.last;
String.prototype.shout = function () {
  return typeof this + this.toUpperCase();
};
console.log("hi".shout());
delete String.prototype.shout;
//= Rex makes a noise: woof true Dog Dog { name: 'Rex' } true
//= true true true
//= [Object: null prototype] { x: 1 } false null
//= Cannot convert object to primitive value
//= Cyclic __proto__ value
//= 3 [ '0' ]
//= 0
//= last
//= stringHI
