// switch: case expressions run in order until a match, default anywhere, NaN, strictness, one scope.
const log = [], L = (v) => (log.push(v), v), r = () => log.splice(0).join();
const sw = (v) => { switch (v) { case L(1): L("one"); default: L("dflt"); case L(2): L("two"); break; case L("1"): L("str"); } return r(); };
console.log(sw(1)); console.log(sw(2)); console.log(sw("1")); console.log(sw(9)); console.log(sw(NaN));
switch (NaN) { case NaN: console.log("no"); break; default: console.log("NaN never"); }
switch (-0) { case 0: console.log("zeros match"); }
switch (3) { case 1: function late() { return "hoisted in switch"; } break; case 3: console.log(late()); }
const f = (x) => { l: switch (x) { case 0: for (;;) { break l; } case 1: for (const y of [1]) { continue; } return "after loop"; default: return "d"; } return "broke l"; };
console.log(f(0), f(1), f(2));
const g = function* (x) { switch (yield "disc") { case yield "c1": return "first"; case yield "c2": return "second"; } return "none"; };
const run = (...a) => { const it = g(); let s = it.next(); const seen = []; for (const v of a) { seen.push(s.value); s = it.next(v); if (s.done) break; } return [seen.join(), s.value]; };
console.log(run(1, 1), run(1, 2, 1), run(1, 2, 3));
console.log((() => { switch (true) { case 1: return "truthy"; case 1 < 2: return "strictly true"; } })());
console.log([1, 2, 3, 4].map((n) => { switch (n % 2) { case 0: { const k = n; return () => k; } case 1: { let k = -n; return () => k--; } } }).map((h) => h() + h()));
//= 1,one,dflt,two
//= 1,2,two
//= 1,2,1,str
//= 1,2,1,dflt,two
//= 1,2,1,dflt,two
//= NaN never
//= zeros match
//= hoisted in switch
//= broke l after loop d
//= [ 'disc,c1', 'first' ] [ 'disc,c1,c2', 'second' ] [ 'disc,c1,c2', 'none' ]
//= strictly true
//= [ -3, 4, -7, 8 ]
