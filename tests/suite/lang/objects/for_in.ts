const proto = { inherited: 1, shadowed: 2 };
const o = Object.create(proto);
o.own = 1;
o.shadowed = 3;
Object.defineProperty(o, "hidden", { value: 1, enumerable: false });
for (const k in o) console.log(k);
const shrink = { a: 1, b: 2, c: 3 };
for (const k in shrink) {
  console.log(k);
  delete shrink.b;
  shrink.d = 4;
}
for (const k in "hi") console.log(k, typeof k);
for (const k in [5, , 7]) console.log(k);
for (const k in null) console.log("never");
for (const k in undefined) console.log("never");
for (const k in 5) console.log("never");
Object.defineProperty(proto, "hidden", { value: 1, enumerable: true });
console.log(Object.keys(o), [
  ...(function* () {
    for (const k in o) yield k;
  })(),
]);
const obj = {};
for (obj.key in { x: 1, y: 2 });
for (let [first] in { ab: 1 }) console.log(first, obj);
outer: for (const a in { p: 1, q: 2 })
  for (const b in { r: 1, s: 2 }) {
    if (b === "s") continue outer;
    console.log(a, b);
  }
//= own
//= shadowed
//= inherited
//= a
//= c
//= 0 string
//= 1 string
//= 0
//= 2
//= [ 'own', 'shadowed' ] [ 'own', 'shadowed', 'inherited' ]
//= a { key: 'y' }
//= p r
//= q r
