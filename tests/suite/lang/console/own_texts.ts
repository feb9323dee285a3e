// `%s` takes the text of an object that has one of its own; other placeholders and further arguments show the object.
class Point {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  toString() {
    return `(${this.x}, ${this.y})`;
  }
}
class Named extends Point {}
const p = new Point(1, 2);
console.log("%s", p);
console.log("%s and %s", p, new Named(3, 4), p);
console.log("%o|%s|%d", { a: 1 }, p, "5");
console.log("%%s", p);
console.log("100%% %s", p);
console.log("%x %s", p, 5);
console.log("%s", { toString: () => "arrow" }, { toString: () => "later" });
console.log("%s", { [Symbol.toPrimitive]: () => "primitive" });
console.log("%s", Object.assign([1, 2], { toString: () => "array" }));
console.log("%s", { toString: undefined });
console.log("%s", Object.create(null), [1, [2, [3]]], new Map([[1, p]]));
console.log("%s", new (class extends Error { toString() { return "own error"; } })("m"));
console.info("%s", p);
console.debug("%s", p);
console.error("%s", p);
console.log("no placeholder", p);
console.log("%s");
console.log("%s", { get toString() { return () => "got"; } });
try {
  console.log("%s", { toString() { throw new TypeError("thrown"); } });
} catch (error) {
  console.log(error.message);
}
class Lazy {
  toString() {
    console.log("converting");
    return "lazy";
  }
}
console.log("%s", new Lazy());
//= (1, 2)
//= (1, 2) and (3, 4) Point { x: 1, y: 2 }
//= { a: 1 }|(1, 2)|5
//= %s Point { x: 1, y: 2 }
//= 100% (1, 2)
//= %x (1, 2) 5
//= arrow { toString: [Function: toString] }
//= primitive
//= array
//= { toString: undefined }
//= [Object: null prototype] {} [ 1, [ 2, [ 3 ] ] ] Map(1) { 1 => Point { x: 1, y: 2 } }
//= own error
//= (1, 2)
//= (1, 2)
//= no placeholder Point { x: 1, y: 2 }
//= %s
//= got
//= thrown
//= converting
//= lazy
