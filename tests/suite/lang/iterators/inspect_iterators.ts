console.log(
  [1, 2].entries(),
  new Map([[1, 2]]).entries(),
  new Set("ab").values(),
  new Map([[1, 2]]).keys(),
  "ab"[Symbol.iterator](),
);
const e = new Map([
  [1, 2],
  [3, 4],
]).entries();
e.next();
function* g() {}
async function* ag() {}
console.log(
  g(),
  ag(),
  g,
  ag,
  [g, ag],
  { g, ag },
  class A {},
  class B extends Array {},
  async () => {},
  async function f() {},
);
const noName = [() => {}, class {}, function () {}];
console.log(noName);
console.log(
  Object.getPrototypeOf(Object.getPrototypeOf([].values())) ===
    Object.getPrototypeOf(Object.getPrototypeOf(new Map().keys())),
);
//= Object [Array Iterator] {} [Map Entries] { [ 1, 2 ] } [Set Iterator] { 'a', 'b' } [Map Iterator] { 1 } Object [String Iterator] {}
//= Object [Generator] {} Object [AsyncGenerator] {} [GeneratorFunction: g] [AsyncGeneratorFunction: ag] [ [GeneratorFunction: g], [AsyncGeneratorFunction: ag] ] { g: [GeneratorFunction: g], ag: [AsyncGeneratorFunction: ag] } [class A] [class B extends Array] [AsyncFunction (anonymous)] [AsyncFunction: f]
//= [ [Function (anonymous)], [class (anonymous)], [Function (anonymous)] ]
//= true
