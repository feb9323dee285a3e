// Default parameters run at the call, the body at the first next.
const log = (x) => (console.log(x), x);
function* g(a = log("default"), { b = log("inner") } = {}) { log("body"); yield [a, b]; }
const it = g();
log("called");
console.log(it.next());
try { const x = (function* ({ a }) { log("never"); })(null); } catch (e) { console.log(e.name); }
function* sent() { const r = []; r.push(yield); r.push((yield 1) + (yield 2)); return r; }
const s = sent();
console.log(s.next("lost"), s.next("a"), s.next("b"), s.next("c"), s.next("d"));
function* args() { arguments[0] = "changed"; yield* arguments; }
console.log([...args(1, 2)]);
const tmpl = (function* () { return `${yield "x"}-${yield "y"}`; })();
tmpl.next(); tmpl.next("one");
console.log(tmpl.next("two"));
const call = (function* () { return Math.max(yield, ...(yield)); })();
call.next(); call.next(3);
console.log(call.next([1, 9]));
//= default
//= inner
//= called
//= body
//= { value: [ 'default', 'inner' ], done: false }
//= TypeError
//= { value: undefined, done: false } { value: 1, done: false } { value: 2, done: false } { value: [ 'a', 'bc' ], done: true } { value: undefined, done: true }
//= [ 'changed', 2 ]
//= { value: 'one-two', done: true }
//= { value: 9, done: true }
