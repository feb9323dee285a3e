// When array patterns call return() on their iterator, and what wins if both throw.
const it = (n, opts = {}) => ({ i: 0, [Symbol.iterator]() { return this; },
  next() { if (opts.nextThrows) throw "next"; return { value: this.i, done: this.i++ >= n }; },
  return() { console.log("return"); if (opts.retThrows) throw "ret"; return opts.ret ?? {}; } });
const t = (name, f) => { try { console.log(name, f()); } catch (e) { console.log(name, "threw", e.message ?? e); } };
t("one", () => { const [a] = it(3); return a; });
t("all", () => { const [a, b] = it(1); return [a, b]; });
t("rest", () => { const [a, ...b] = it(3); return b; });
t("empty", () => { const [] = it(3); return "-"; });
t("hole", () => { const [, , c] = it(5); return c; });
t("nextThrows", () => { const [a] = it(1, { nextThrows: 1 }); });
t("defaultThrows", () => { const [a = (() => { throw "def"; })()] = { [Symbol.iterator]: () => ({ next: () => ({}), return: it(1).return }) }; });
t("both", () => { const o = { set p(v) { throw "set"; } }; [o.p] = it(3, { retThrows: 1 }); });
t("retThrows", () => { const [a] = it(3, { retThrows: 1 }); });
t("retPrimitive", () => { const [a] = it(3, { ret: 5 }); });
//= return
//= one 0
//= all [ 0, undefined ]
//= rest [ 1, 2 ]
//= return
//= empty -
//= return
//= hole 2
//= nextThrows threw next
//= return
//= defaultThrows threw def
//= return
//= both threw set
//= return
//= retThrows threw ret
//= return
//= retPrimitive threw Iterator result 5 is not an object
