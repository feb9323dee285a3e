function who(...a) {
  return [this === undefined ? "undefined" : this === null ? "null" : typeof this, ...a];
}
console.log(
  who(),
  who.call(null, 1),
  who.apply(5, [2, 3]),
  who.apply("s"),
  who.call({}, ...[4]),
  (0, who)(),
  who.apply(null, { length: 2, 0: "x" }),
);
const b = who.bind("bound", 1, 2);
console.log(b(3), b.call("ignored", 4), b.name, b.length, "prototype" in b, b.bind("again", 5)(6));
function Point(x, y) {
  this.x = x;
  this.y = y;
}
const P1 = Point.bind(null, 1);
const p = new P1(2);
console.log(p, p instanceof Point, p instanceof P1, Object.getPrototypeOf(P1) === Function.prototype);
for (const bad of [
  () => who.apply(null, 1),
  () => Function.prototype.call.call(1),
  () => Function.prototype.bind.call({}),
  () => new (() => {})(),
  () => new who.call(),
])
  try {
    bad();
  } catch (e) {
    console.log(e.message);
  }
const uncurry = Function.prototype.call.bind(Array.prototype.map);
console.log(
  uncurry("abc", (c) => c + c),
  [1, 2].map(Number.prototype.toFixed.call.bind(Number.prototype.toFixed)),
  ["a", "b"].map("".toUpperCase.call, "".toUpperCase),
);
//= [ 'undefined' ] [ 'null', 1 ] [ 'number', 2, 3 ] [ 'string' ] [ 'object', 4 ] [ 'undefined' ] [ 'null', 'x', undefined ]
//= [ 'string', 1, 2, 3 ] [ 'string', 1, 2, 4 ] bound who 0 false [ 'string', 1, 2, 5, 6 ]
//= Point { x: 1, y: 2 } true true true
//= CreateListFromArrayLike called on non-object
//= Function.prototype.call.call is not a function
//= Bind must be called on a function
//= (intermediate value) is not a constructor
//= who.call is not a constructor
//= [ 'aa', 'bb', 'cc' ] [ '1', '2.0' ] [ 'A', 'B' ]
