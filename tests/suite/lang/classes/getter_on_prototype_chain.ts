class A {
  get kind() {
    return "A:" + this.constructor.name;
  }
}
class B extends A {
  get kind() {
    return super.kind + "|B";
  }
}
class C extends B {}
console.log(new C().kind, Object.getOwnPropertyNames(C.prototype), "kind" in new C());
const c = new C();
try {
  c.kind = 1;
} catch (e) {
  console.log(e.name);
}
Object.defineProperty(c, "kind", { value: "own", writable: true });
console.log(c.kind, Object.keys(c));
//= A:C|B [ 'constructor' ] true
//= TypeError
//= own []
