class DefaultMap extends Map {
  constructor(make, entries) {
    super(entries);
    this.make = make;
  }
  get(k) {
    if (!this.has(k)) this.set(k, this.make(k));
    return super.get(k);
  }
}
const m = new DefaultMap((k) => [k], [["a", 1]]);
m.get("b").push(2);
console.log(m, m.size, [...m.keys()]);
class LoudSet extends Set {
  add(x) {
    console.log("add", x);
    return super.add(x);
  }
}
console.log(new LoudSet([1, 2, 1]).size);
class MyPromise extends Promise {
  static made = 0;
  constructor(run) {
    super(run);
    MyPromise.made++;
  }
  tap(f) {
    return this.then((x) => (f(x), x));
  }
}
const p = MyPromise.resolve(5).tap((x) => console.log("tap", x));
console.log(p instanceof MyPromise, await p, MyPromise.made);
console.log((await MyPromise.all([1, p])).length, MyPromise.all([]) instanceof MyPromise);
class Fn extends Object {
  constructor() {
    super();
    this.x = 1;
  }
}
console.log(new Fn(), Object.prototype.toString.call(new (class extends Date {})(0)));
//= DefaultMap(2) [Map] {
//=   'a' => 1,
//=   'b' => [ 'b', 2 ],
//=   make: [Function (anonymous)]
//= } 2 [ 'a', 'b' ]
//= add 1
//= add 2
//= add 1
//= 2
//= tap 5
//= true 5 3
//= 2 true
//= Fn { x: 1 } [object Date]
