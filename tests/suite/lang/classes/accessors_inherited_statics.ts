// Static accessors, their receiver in derived classes, and shadowing by assignment.
class A { static count = 0; static get next() { return ++this.count; } static set reset(v) { this.count = v; } static make() { return new this(); } }
class B extends A {}
console.log(A.next, B.next, B.next, A.next, Object.hasOwn(B, "count"));
B.reset = 10;
console.log(A.count, B.count, B.make() instanceof B, B.make().constructor.name);
delete B.count;
console.log(B.count, Object.getPrototypeOf(B) === A, B.make === A.make);
//= 1 2 3 2 true
//= 2 10 true B
//= 2 true true
