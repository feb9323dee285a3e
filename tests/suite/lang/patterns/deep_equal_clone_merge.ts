const type = (v) => Object.prototype.toString.call(v).slice(8, -1);
const equal = (a, b, seen = new Map()) => {
  if (Object.is(a, b)) return true;
  if (type(a) !== type(b) || typeof a !== "object" || a === null) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (a instanceof Date) return +a === +b;
  if (a instanceof RegExp) return String(a) === String(b);
  if (a instanceof Map) return a.size === b.size && [...a].every(([k, v]) => b.has(k) && equal(v, b.get(k), seen));
  if (a instanceof Set) return a.size === b.size && [...a].every((x) => [...b].some((y) => equal(x, y, seen)));
  const ka = Reflect.ownKeys(a),
    kb = Reflect.ownKeys(b);
  return ka.length === kb.length && ka.every((k) => Object.hasOwn(b, k) && equal(a[k], b[k], seen));
};
console.log(
  equal({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] }),
  equal([1, 2], [2, 1]),
  equal(new Map([["k", new Set([1])]]), new Map([["k", new Set([1])]])),
  equal(new Date(1), new Date(1)),
  equal(/a/g, /a/i),
  equal({ a: undefined }, {}),
  equal(0, -0),
  equal([], {}),
);
const c1 = { x: 1 };
c1.me = c1;
const c2 = { x: 1 };
c2.me = c2;
console.log(equal(c1, c2));
const merge = (t, ...ss) => {
  for (const s of ss)
    for (const [k, v] of Object.entries(s))
      t[k] = type(v) === "Object" && type(t[k]) === "Object" ? merge({ ...t[k] }, v) : v;
  return t;
};
console.log(merge({ a: { b: 1, c: [1] } }, { a: { c: [2], d: { e: 1 } } }, { a: null, z: new Date(0) }));
const freeze = (o) => {
  Object.values(o).forEach((v) => typeof v === "object" && v !== null && !Object.isFrozen(v) && freeze(v));
  return Object.freeze(o);
};
const f = freeze({ a: { b: [1] } });
try {
  f.a.b.push(2);
} catch (e) {
  console.log(e.message);
}
const get = (o, p, d) =>
  p
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce((v, k) => v?.[k], o) ?? d;
const set = (o, p, v) => {
  const ks = p.split("."),
    last = ks.pop();
  ks.reduce((x, k) => (x[k] ??= {}), o)[last] = v;
  return o;
};
console.log(get({ a: [{ b: 5 }] }, "a[0].b"), get({}, "x.y", "d"), set({}, "a.b.c", 1));
const diff = (a, b, p = "") =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((k) => {
    const q = p ? `${p}.${k}` : k;
    return !(k in a)
      ? `+${q}`
      : !(k in b)
        ? `-${q}`
        : type(a[k]) === "Object" && type(b[k]) === "Object"
          ? diff(a[k], b[k], q)
          : Object.is(a[k], b[k])
            ? []
            : `~${q}`;
  });
console.log(diff({ a: 1, b: { c: 1, d: 2 }, e: 0 }, { a: 2, b: { c: 1, x: 2 }, f: 0 }));
//= true false true true false false false false
//= true
//= { a: null, z: 1970-01-01T00:00:00.000Z }
//= Cannot add property 1, object is not extensible
//= 5 d { a: { b: { c: 1 } } }
//= [ '~a', '-b.d', '+b.x', '-e', '+f' ]
