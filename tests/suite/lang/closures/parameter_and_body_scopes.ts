// Closures made in defaults see the parameters, not the body's var of the same name.
function f(x, get = () => x, set = (v) => (x = v)) { var x; const before = x; x = "body"; set("param"); return [before, x, get()]; }
console.log(f("arg"));
function g(x, get = () => x) { x = "assigned"; return get(); }
console.log(g("arg"));
function h(a = typeof inner, b = () => typeof inner) { var inner = 1; return [a, b()]; }
console.log(h());
const t = (f) => { try { console.log(f()); } catch (e) { console.log(e.name, e.message); } };
t(() => ((a = b, b = 1) => a)());
t(() => ((a = a) => a)());
t(() => ((a, b = a) => [a, b])(1));
function k(fn = () => arguments.length, ...rest) { return fn(); }
console.log(k(undefined, 1, 2));
function named() { const inner = named; named = 1; return [typeof inner, typeof named]; }
console.log(named());
const e = function self() { try { self = 1; } catch (x) { return x.message; } };
console.log(e());
console.log(((x) => { { function x2() { return "hoisted"; } } return typeof x2; })());
//= [ 'arg', 'body', 'param' ]
//= assigned
//= [ 'undefined', 'undefined' ]
//= ReferenceError Cannot access 'b' before initialization
//= ReferenceError Cannot access 'a' before initialization
//= [ 1, 1 ]
//= 3
//= [ 'function', 'number' ]
//= Assignment to constant variable.
//= undefined
