const o = { p: { q: () => 1 } };
const a = o?.p?.q?.();
const b = o.p?.["q"].name.length;
const c = (o?.p).q;
const d = await o.p?.q();
let e = null;
e ??= a; e ||= b; e &&= c;
o.p ??= d;
