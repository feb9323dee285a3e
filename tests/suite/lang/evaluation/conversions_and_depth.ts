// Conversions that are the program's own, delegation, thenables with getters, and stacks that overflow wherever a frame is pushed.
const o = { toString() { return 'S'; }, valueOf() { return 7; } };
console.log(o + 1, `${o}`, o * 2, o < 8, o == 7,  String(o), Number(o), Math.max(o, 1), 'abcSdef'.indexOf(o), [1,2,3].slice(o > 3 ? 1 : 0));
const k = { toString() { return 'kk'; } };
const t = { [k]: 1 }; t[k] = 5; console.log(t, k in t, t[k], delete t[k], t);
const d = { [Symbol.toPrimitive](h) { return h; } }; console.log(`${d}`, d + '', +d, d * 1);


function* inner() { try { const x = yield 1; console.log('x', x); yield 2; } finally { console.log('cleanup'); } return 'ret'; }
function* outer() { const r = yield* inner(); console.log('r', r); yield 3; }
const oi = outer(); console.log(oi.next(), oi.next('sent'), oi.next(), oi.next());
console.log(await new Promise((r) => r({ then(f) { f('thenable'); } })));
console.log(await { get then() { console.log('get then'); return (f) => f('gt'); } });
try { null.x } catch (e) { console.log(e.message) }
console.log(Array.from({ length: 3 }, (_, i) => i * 2), Object.entries({ a: 1 }), [3, 1, 2].sort((a, b) => a - b));
function f() { return arguments.length + [...arguments].join(); } console.log(f(1, 2, 3));
label: for (const a of [1, 2]) { for (const b of [1, 2]) { if (b === 2) continue label; console.log(a, b); } }
const rec = () => rec(); try { rec(); } catch (e) { console.log(e instanceof RangeError, e.message); }
const deep = { get x() { return this.x; } }; try { deep.x; } catch (e) { console.log(e.message); }
const ts = { toString() { return `${this}`; } }; try { `${ts}`; } catch (e) { console.log(e.message); }
function* gr() { yield* gr(); } try { [...gr()]; } catch (e) { console.log(e.message); }
const cb = () => [1].map(cb); try { cb(); } catch (e) { console.log(e.message); }
//= 8 S 14 true true S 7 7 3 [ 2, 3 ]
//= {} true 5 true {}
//= string default NaN NaN
//= x sent
//= cleanup
//= r ret
//= { value: 1, done: false } { value: 2, done: false } { value: 3, done: false } { value: undefined, done: true }
//= thenable
//= get then
//= gt
//= Cannot read properties of null (reading 'x')
//= [ 0, 2, 4 ] [ [ 'a', 1 ] ] [ 1, 2, 3 ]
//= 31,2,3
//= 1 1
//= 2 1
//= true Maximum call stack size exceeded
//= Maximum call stack size exceeded
//= Maximum call stack size exceeded
//= Maximum call stack size exceeded
//= Maximum call stack size exceeded
