// Callee, this, arguments and callability: the order things are looked at.
const log = [];
const L = (n, v = n) => (log.push(n), v);
const flush = () => log.splice(0).join(" ");
const t = (f) => { try { console.log(f(), flush()); } catch (e) { console.log(e.message, "|", flush()); } };
const o = { get m() { L("get"); return (...a) => a.length; }, get no() { L("no"); } };
t(() => L("obj", o).m(L(1), L(2), ...L("sp", [1, 2])));
t(() => o.no(L("arg")));
t(() => o.a.b(L("unreached")));
t(() => new (L("ctor", 5))(L("arg")));
t(() => L("o", o)[L("k", "m")](L("x")));
t(() => (L("o", {}))[L("key", { toString: () => L("str") })] = L("rhs"));
t(() => L("null", null)[L("key")] = L("rhs"));
t(() => L("a", 1) + L("b", 2) * L("c", 3) ** L("d", 1));
t(() => { let x = 1; return x + (x = 5) + x; });
t(() => { let x = 1; x += (x = 10, 1); return x; });
t(() => { const a = [0, 0]; let i = 0; a[i++] = i++; a[i] = i; return a.join(); });
t(() => { let x = [1], y = x; x.n = x = [2]; return [y.n, x]; });
t(() => L("l", 0) ?? L("r")); t(() => L("l", null)?.[L("k")]); t(() => L("t", "") || L("u", 0) && L("never") || L("w"));
//= 4 obj get 1 2 sp
//= o.no is not a function | no arg
//= Cannot read properties of undefined (reading 'b') |
//= L(...) is not a constructor | ctor arg
//= 1 o k get x
//= rhs o key rhs str
//= Cannot set properties of null (setting 'key') | null key rhs
//= 7 a b c d
//= 11
//= 2
//= 1,0,2
//= [ [ 2 ], [ 2 ] ]
//= 0 l
//= undefined l
//= w t u w
