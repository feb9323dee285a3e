// Labelled blocks, continue through do-while and for updates, and loops that a label leaves from a finally.
const log = [];
a: { b: { log.push("b"); if (log.length) break a; } log.push("never"); }
let n = 0;
o: do { for (let i = 0; ; i++) { if (i === 2) continue o; log.push(`${n}${i}`); } } while (++n < 2);
x: for (let i = 0; i < 3; log.push("u" + i), i++) { for (const k in { p: 1, q: 2 }) { if (i === 1) continue x; if (i === 2) break x; log.push(k); } }
console.log(log.join(" "));
const f = () => { l: for (;;) { try { return "try"; } finally { for (;;) { break l; } } } return "after"; };
console.log(f());
//= b 00 01 10 11 p q u0 u1
//= after
