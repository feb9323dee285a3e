// How console.log names classes, instances, null prototypes, tags and functions.
class A {
  x = 1;
  #hidden = 2;
  static s = 3;
}
class B extends A {
  get g() {
    return 1;
  }
}
console.log(A, B, new A(), new B(), [A, B], { A }, class {}, class extends A {});
console.log(Object.create(null), Object.assign(Object.create(null), { a: 1 }), Object.create(A.prototype), Object.create({}));
console.log({ [Symbol.toStringTag]: "Tag", v: 1 }, { f() {}, g: () => 1, h: function () {}, async i() {}, *j() {}, async *k() {} });
console.log([() => 1, function named() {}], Object.assign(() => 1, { p: 1 }), Symbol("d"), [Symbol.iterator], { [Symbol("k")]: Symbol() });
console.log([undefined, null, -0, 0, "s", true], { u: undefined, n: null, z: -0 }, [[]], [{}], {}, [], [[[]]], [[[[]]]], { a: { b: { c: {} } } }, { a: { b: { c: { d: 1 } } } });
console.log(Object(1), Object("s"), Object(false), [Object("t")], Object(Symbol("w")), Object.assign(Object("ab"), { k: 1 }));
console.log(new (class Foo extends Map {})([[1, 2]]), new (class extends Array {})(1, 2), new (class Err extends Error {})("m").message);
console.log(Math, JSON, globalThis === undefined, Reflect, (function () { return arguments; })(1, "2"), [1, 2].values(), new Map([[1, { a: 1 }]]).entries());
const o = { name: "o" };
o.self = o;
o.list = [o, { o }];
console.log(o);
//= [class A] { s: 3 } [class B extends A] A { x: 1 } B { x: 1 } [ [class A] { s: 3 }, [class B extends A] ] { A: [class A] { s: 3 } } [class (anonymous)] [class (anonymous) extends A]
//= [Object: null prototype] {} [Object: null prototype] { a: 1 } A {} {}
//= { v: 1, [Symbol(Symbol.toStringTag)]: 'Tag' } {
//=   f: [Function: f],
//=   g: [Function: g],
//=   h: [Function: h],
//=   i: [AsyncFunction: i],
//=   j: [GeneratorFunction: j],
//=   k: [AsyncGeneratorFunction: k]
//= }
//= [ [Function (anonymous)], [Function: named] ] [Function (anonymous)] { p: 1 } Symbol(d) [ Symbol(Symbol.iterator) ] { [Symbol(k)]: Symbol() }
//= [ undefined, null, -0, 0, 's', true ] { u: undefined, n: null, z: -0 } [ [] ] [ {} ] {} [] [ [ [] ] ] [ [ [ [] ] ] ] { a: { b: { c: {} } } } { a: { b: { c: [Object] } } }
//= [Number: 1] [String: 's'] [Boolean: false] [ [String: 't'] ] [Symbol: Symbol(w)] [String: 'ab'] { k: 1 }
//= Foo(1) [Map] { 1 => 2 } [ 1, 2 ] m
//= Object [Math] {} Object [JSON] {} false Object [Reflect] {} [Arguments] { '0': 1, '1': '2' } Object [Array Iterator] {} [Map Entries] { [ 1, { a: 1 } ] }
//= <ref *1> {
//=   name: 'o',
//=   self: [Circular *1],
//=   list: [ [Circular *1], { o: [Circular *1] } ]
//= }
