class Shape {
  get [Symbol.toStringTag]() {
    return "Shape";
  }
}
class Circle extends Shape {
  constructor(r) {
    super();
    this.r = r;
  }
}
console.log(new Shape(), new Circle(1), [new Circle(2)], `${new Circle(3)}`, String(new Shape()));
console.log({ get [Symbol.toStringTag]() { return "T"; }, a: 1 }, Object.create({ get [Symbol.toStringTag]() { return "P"; } }));
console.log(Error, [Error], TypeError, Object.keys(Error));
for (const key in Error) console.log(key);
console.log({ a: { b: { c: { pattern: Object.assign(/x/, { p: 1 }), list: [1] } } } }, { a: { b: { pattern: Object.assign(/x/, { p: 1 }) } } });
//= Shape {} Circle [Shape] { r: 1 } [ Circle [Shape] { r: 2 } ] [object Shape] [object Shape]
//= { a: 1, [Symbol(Symbol.toStringTag)]: [Getter] } Object [P] {}
//= [Function: Error] { stackTraceLimit: 10 } [ [Function: Error] { stackTraceLimit: 10 } ] [Function: TypeError] [ 'stackTraceLimit' ]
//= stackTraceLimit
//= { a: { b: { c: [Object] } } } { a: { b: { pattern: /x/ } } }
