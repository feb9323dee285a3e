const diff = (a, b, path = "") => {
  if (Object.is(a, b)) return [];
  if (typeof a !== "object" || typeof b !== "object" || !a || !b || Array.isArray(a) !== Array.isArray(b))
    return [{ op: "replace", path, value: b }];
  const out = [];
  for (const k of Object.keys(a)) if (!(k in b)) out.push({ op: "remove", path: `${path}/${k}` });
  for (const k of Object.keys(b))
    out.push(...(k in a ? diff(a[k], b[k], `${path}/${k}`) : [{ op: "add", path: `${path}/${k}`, value: b[k] }]));
  return out;
};
const apply = (doc, patch) => {
  const d = JSON.parse(JSON.stringify(doc));
  for (const { op, path, value } of patch) {
    const ks = path.split("/").slice(1),
      last = ks.pop(),
      target = ks.reduce((o, k) => o[k], d);
    if (op === "remove") delete target[last];
    else target[last] = value;
  }
  return d;
};
const a = { name: "x", tags: ["a", "b"], meta: { v: 1, old: true }, n: null },
  b = { name: "y", tags: ["a", "c", "d"], meta: { v: 2 }, n: null, extra: { z: [] } };
const patch = diff(a, b);
console.log(patch);
console.log(JSON.stringify(apply(a, patch)) === JSON.stringify(b), diff(a, a), diff([1], { 0: 1 }));
const stable = (v) =>
  JSON.stringify(v, (k, x) =>
    x && typeof x === "object" && !Array.isArray(x)
      ? Object.fromEntries(Object.entries(x).sort(([p], [q]) => (p < q ? -1 : 1)))
      : x,
  );
console.log(
  stable({ b: 1, a: { d: 1, c: [{ z: 1, y: 2 }] } }),
  stable(a) === stable({ n: null, meta: { old: true, v: 1 }, tags: ["a", "b"], name: "x" }),
);
const seen = new WeakSet();
const safe = (v) =>
  JSON.stringify(v, (k, x) => {
    if (typeof x === "object" && x !== null) {
      if (seen.has(x)) return "[Circular]";
      seen.add(x);
    }
    return x;
  });
const c = { n: 1 };
c.me = c;
console.log(safe(c));
const lines = ['{"a":1}', "oops", '{"b":[2]}'];
console.log(
  lines.flatMap((l) => {
    try {
      return [JSON.parse(l)];
    } catch (e) {
      return [e.name];
    }
  }),
);
console.log(
  JSON.stringify({ date: new Date(0), nested: [new Map(), undefined, () => 1, Symbol("s"), NaN, -0, 1e21] }),
  JSON.stringify("</script>"),
  JSON.stringify({ a: [1, 2, { b: [] }], c: {} }, null, 2),
  JSON.parse('{"a":{"b":[1,{"c":2}]}}', (k, v) => (typeof v === "number" ? v + 1 : v)),
);
//= [
//=   { op: 'replace', path: '/name', value: 'y' },
//=   { op: 'replace', path: '/tags/1', value: 'c' },
//=   { op: 'add', path: '/tags/2', value: 'd' },
//=   { op: 'remove', path: '/meta/old' },
//=   { op: 'replace', path: '/meta/v', value: 2 },
//=   { op: 'add', path: '/extra', value: { z: [] } }
//= ]
//= true [] [ { op: 'replace', path: '', value: { '0': 1 } } ]
//= {"a":{"c":[{"y":2,"z":1}],"d":1},"b":1} true
//= {"n":1,"me":"[Circular]"}
//= [ { a: 1 }, 'SyntaxError', { b: [ 2 ] } ]
//= {"date":"1970-01-01T00:00:00.000Z","nested":[{},null,null,null,null,0,1e+21]} "</script>" {
//=   "a": [
//=     1,
//=     2,
//=     {
//=       "b": []
//=     }
//=   ],
//=   "c": {}
//= } { a: { b: [ 2, [Object] ] } }
