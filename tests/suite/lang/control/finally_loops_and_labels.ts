// finally with break, continue and labels overrides returns and throws; values kept or lost.
const out = (f) => { try { return f(); } catch (e) { return "threw " + e; } };
console.log(out(() => { for (;;) { try { return 1; } finally { break; } } return "broke"; }));
console.log(out(() => { let n = 0; while (n < 3) { try { throw n; } finally { n++; continue; } } return n; }));
console.log(out(() => { a: try { throw 1; } finally { break a; } return "swallowed"; }));
console.log(out(() => { let x = 1; try { return x; } finally { x = 2; } }), out(() => { const o = { x: 1 }; try { return o; } finally { o.x = 2; } }));
console.log(out(() => { try { return 1; } finally { try { throw 2; } catch {} } }), out(() => { try { throw 1; } finally { (() => { return 2; })(); } }));
const trace = [];
outer: for (const i of [1, 2, 3]) { for (const j of [1, 2, 3]) { try { if (j === 2) continue outer; if (i === 3) break outer; trace.push(`${i}${j}`); } finally { trace.push("f"); } } }
console.log(trace.join(" "));
console.log(out(() => { try { try { return "a"; } finally { trace.length = 0; trace.push("in"); } } finally { trace.push("out"); } }), trace);
console.log(out(() => { do { try { continue; } finally { trace.push("dw"); } } while (trace.length < 5); return trace.length; }));
console.log(out(() => { x: { y: { try { break y; } finally { break x; } } return "y"; } return "x"; }));
console.log(out(() => { switch (1) { case 1: try { break; } finally { trace.push("sw"); } case 2: return "fell"; } return trace.at(-1); }));
//= broke
//= 3
//= swallowed
//= 1 { x: 2 }
//= 1 threw 1
//= 11 f f 21 f f f
//= a [ 'in', 'out' ]
//= 5
//= x
//= sw
