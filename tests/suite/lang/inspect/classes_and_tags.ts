class Foo {
  constructor() {
    this.x = 1;
  }
}
class Bar extends Foo {
  #p = 1;
  static s = 1;
  get z() {
    return 1;
  }
}
console.log(
  new Foo(),
  new Bar(),
  Foo,
  Bar,
  [Foo],
  { Bar },
  new (class {})(),
  new (class extends Foo {})(),
  Object.create(Bar.prototype),
  Foo.prototype,
  Bar.prototype,
);
console.log(
  
  { [Symbol.toStringTag]: "Lit" },
  Object.create(null, { [Symbol.toStringTag]: { value: "NullTag" } }),
);
function Old() {
  this.a = 1;
}
Old.prototype.m = function () {};
console.log(
  new Old(),
  Old,
  Object.assign(Object.create({ constructor: Foo }), { c: 1 }),
  Object.setPrototypeOf({ a: 1 }, null),
  Object.setPrototypeOf([1], null),
  Object.setPrototypeOf(new Map([[1, 2]]), null),
);
//= Foo { x: 1 } Bar { x: 1 } [class Foo] [class Bar extends Foo] { s: 1 } [ [class Foo] ] { Bar: [class Bar extends Foo] { s: 1 } } {} Foo { x: 1 } Bar {} {} Foo {}
//= { [Symbol(Symbol.toStringTag)]: 'Lit' } [Object: null prototype] [NullTag] {}
//= Old { a: 1 } [Function: Old] { c: 1 } [Object: null prototype] { a: 1 } [Array(1): null prototype] [ 1 ] [Map(1): null prototype] { 1 => 2 }
