// return() meets finally blocks that yield, return or throw.
const step = (g, m, v) => { try { return g[m](v); } catch (e) { return "threw " + e; } };
function* a() { try { yield 1; } finally { yield "cleanup"; } return "never"; }
function* b() { try { yield 1; } finally { return "mine"; } }
function* c() { try { yield 1; } finally { throw "fin"; } }
function* d() { for (;;) { try { yield 1; } finally { continue; } } }
function* e() { l: { try { yield 1; } finally { break l; } } return "fell out"; }
for (const f of [a, b, c, d, e]) {
  const g = f();
  console.log(f.name, step(g, "next"), step(g, "return", "R"), step(g, "next"), step(g, "return", "Q"));
}
const fresh = a();
console.log(fresh.return("early"), fresh.next());
const thrown = a();
console.log(step(thrown, "throw", "T"), thrown.next());
const mid = a();
mid.next();
console.log(step(mid, "throw", "T"), step(mid, "next"), mid.next());
//= a { value: 1, done: false } { value: 'cleanup', done: false } { value: 'R', done: true } { value: 'Q', done: true }
//= b { value: 1, done: false } { value: 'mine', done: true } { value: undefined, done: true } { value: 'Q', done: true }
//= c { value: 1, done: false } threw fin { value: undefined, done: true } { value: 'Q', done: true }
//= d { value: 1, done: false } { value: 1, done: false } { value: 1, done: false } { value: 1, done: false }
//= e { value: 1, done: false } { value: 'fell out', done: true } { value: undefined, done: true } { value: 'Q', done: true }
//= { value: 'early', done: true } { value: undefined, done: true }
//= threw T { value: undefined, done: true }
//= { value: 'cleanup', done: false } threw T { value: undefined, done: true }
