const src = {
  a: 1,
  get b() {
    return this.a + 1;
  },
  nested: { x: 1 },
  list: [1, [2]],
  f() {
    return this.a;
  },
};
const spread = { ...src },
  assigned = Object.assign({}, src),
  json = JSON.parse(JSON.stringify(src));
const exact = Object.create(Object.getPrototypeOf(src), Object.getOwnPropertyDescriptors(src));
src.a = 10;
src.nested.x = 2;
src.list[1].push(3);
console.log(spread.b, assigned.b, json.b, exact.b, spread.nested, json.nested, spread.list, json.list);
exact.a = 5;
console.log(exact.b, exact.f(), spread.f(), Object.getOwnPropertyDescriptor(spread, "b").value);
class P {
  #secret = 1;
  open = 2;
  get s() {
    return this.#secret;
  }
}
const p = new P(),
  copy = { ...p },
  clone = Object.assign(Object.create(P.prototype), p);
console.log(copy, clone instanceof P);
try {
  clone.s;
} catch (e) {
  console.log(e.name);
}
//= 2 2 2 2 { x: 2 } { x: 1 } [ 1, [ 2, 3 ] ] [ 1, [ 2 ] ]
//= 6 5 1 2
//= { open: 2 } true
//= TypeError
