const o = {
  a: {
    b: null,
    f() {
      return this.b;
    },
    g: () => null,
    list: [1],
  },
  n: 0,
  e: "",
};
let calls = 0;
const side = () => ++calls;
console.log(
  o?.a?.b?.c,
  o?.x?.y.z.w,
  o.a?.f(),
  o.a.f?.(),
  o.x?.(side()),
  o.x?.[side()],
  o.a.g()?.x,
  o.a?.["list"]?.[0],
  o?.["a"]["list"].length,
  calls,
);
console.log(
  null?.x,
  undefined?.[0],
  (void 0)?.(),
  (0)?.toFixed(1),
  ""?.length,
  false?.toString(),
  o.n?.x,
  (o?.a).list,
  null?.a.b,
  delete o?.a?.list,
  delete o?.zz?.list,
  o.a,
);
for (const f of [
  () => (null?.a).b,
  () => o.missing?.x + o.missing.x,
  () => o.n?.(),
  () => o.a.b.c?.d,
  () => o?.x(),
  () => o.a.b(),
  () => null?.[side()] ?? o.q.r,
])
  try {
    console.log(f());
  } catch (e) {
    console.log(e.message);
  }
const m = {
  v: 1,
  get self() {
    return this;
  },
  add(x) {
    return { v: this.v + x, add: this.add };
  },
};
console.log(m.add?.(1)?.add(2)?.v, m?.self?.self?.v, m["add"]?.(5).v, (m?.add)(1).v, m.add?.(3)?.v, m.nope?.(1).x.y());
const tagged = o.t?.x;
const arr = [, 2];
console.log(
  tagged,
  arr?.[0],
  arr?.at?.(-1),
  arr?.map?.((x) => x),
  new Map([["k", { z: 1 }]]).get("k")?.z,
  new Map().get("k")?.z.z.z,
  o?.a ? "yes" : "no",
  true ? 0.5 : 1,
  o?.n ?? "nullish",
  calls,
);
const { a: { q = "dflt" } = {} } = o ?? {};
console.log(
  q,
  o?.a?.f === o.a.f,
  typeof o?.nope,
  typeof o?.a?.f,
  `${o?.nope?.x}`,
  [...(o?.list ?? [])],
  { ...o?.nope },
  Math.max(...(o?.nope?.list ?? [1, 2])),
);
async function af() {
  return (await o.p?.x) ?? (await null)?.y ?? "async";
}
console.log(await af(), await o.nope?.then(), await (async () => o?.a)()?.b);
class P {
  #v = 5;
  static read(p) {
    return p?.#v;
  }
  static deep(p) {
    return p?.q?.#v;
  }
}
console.log(P.read(new P()), P.read(null), P.deep({}), P.deep({ q: new P() }));
//= undefined undefined null null undefined undefined undefined 1 1 0
//= undefined undefined undefined 0.0 0 false undefined [ 1 ] undefined true true { b: null, f: [Function: f], g: [Function: g] }
//= Cannot read properties of undefined (reading 'b')
//= Cannot read properties of undefined (reading 'x')
//= o.n is not a function
//= Cannot read properties of null (reading 'c')
//= o?.x is not a function
//= o.a.b is not a function
//= Cannot read properties of undefined (reading 'r')
//= 4 1 6 2 4 undefined
//= undefined undefined 2 [ <1 empty item>, 2 ] 1 undefined yes 0.5 0 0
//= dflt true undefined function undefined [] {} 2
//= async undefined undefined
//= 5 undefined undefined 5
