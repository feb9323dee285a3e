// for-of and return(): break, continue outer, throw, return, and a throwing return().
const src = (name, ret = () => ({})) => ({ [Symbol.iterator]: () => ({ i: 0, next() { return { value: this.i++, done: this.i > 3 }; },
  return() { console.log("close " + name); return ret(); } }) });
for (const x of src("break")) break;
outer: for (const a of src("o")) { for (const b of src("i" + a)) { if (a === 1) break outer; continue outer; } }
const f = () => { for (const x of src("ret")) return x + (() => console.log("expr") ?? 1)(); };
console.log(f());
const t = (f) => { try { console.log(f()); } catch (e) { console.log("threw", e.message ?? e); } };
t(() => { for (const x of src("both", () => { throw "closing"; })) throw "body"; });
t(() => { for (const x of src("only", () => { throw "closing"; })) break; });
t(() => { for (const x of src("prim", () => 1)) break; });
t(() => { for (const x of src("primThrow", () => 1)) throw "body wins"; });
t(() => { for (const x of src("fin")) { try { return "try"; } finally { console.log("inner finally"); } } });
t(() => { for (const x of src("exhausted")); return "done"; });
t(() => { for (const { a: { b } } of src("pattern")); });
//= close break
//= close i0
//= close i1
//= close o
//= expr
//= close ret
//= 1
//= close both
//= threw body
//= close only
//= threw closing
//= close prim
//= threw Iterator result 1 is not an object
//= close primThrow
//= threw body wins
//= inner finally
//= close fin
//= try
//= done
//= close pattern
//= threw Cannot read properties of undefined (reading 'b')
