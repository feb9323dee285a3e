// Temporal dead zones seen through functions, switch cases, classes and typeof.
const t = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.message); } };
t(() => { const f = () => x; const r = f; let x = 1; return r(); });
t(() => { const f = () => x; f(); let x = 1; });
t(() => { typeof y; let y; });
t(() => typeof neverDeclared);
t(() => { switch (1) { case 0: let z = 0; break; case 1: return z; } });
t(() => { switch (1) { case 0: let z; case 1: z = 5; return z; } });
t(() => { class K extends K {} });
t(() => { class K { static me = K; static f = () => K; } return K.me === K.f(); });
t(() => { c = 1; const c = 2; });
t(() => { const c = 2; c = 1; });
t(() => { const c = 2; c += (console.log("rhs"), 1); });
t(() => { const c = null; c ??= 3; });
t(() => { const c = 2; c ||= 3; return c; });
t(() => { for (const i = 0; i < 2; i++); });
t(() => { let a = 1; { const b = () => a; let a2 = b(); return a2; } });
//= 1
//= ReferenceError Cannot access 'x' before initialization
//= ReferenceError Cannot access 'y' before initialization
//= undefined
//= ReferenceError Cannot access 'z' before initialization
//= ReferenceError Cannot access 'z' before initialization
//= ReferenceError Cannot access 'K' before initialization
//= true
//= ReferenceError Cannot access 'c' before initialization
//= TypeError Assignment to constant variable.
//= rhs
//= TypeError Assignment to constant variable.
//= TypeError Assignment to constant variable.
//= 2
//= TypeError Assignment to constant variable.
//= 1
