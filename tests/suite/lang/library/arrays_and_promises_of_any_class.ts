console.log([1,2,3].map(x => x * 2), [1,2,3].filter(x => x > 1), [3,1,2].sort(), [3,1,10].sort((a,b)=>a-b));
class Foo extends Array {}
const f = new Foo(1,2,3); 
console.log(f.map(x=>x) instanceof Foo, f.length, f.filter(x=>x>1).length);
console.log(Array.prototype.map.call({length:2,0:"a",1:"b"}, x => x + x));
console.log(Array.from(new Set([1,2,2,3]), x => x * 2), Array.from({length: 3}, (_, i) => i));
function* g() { yield 1; yield 2; }
console.log(Array.from(g()), [...g()]);
async function* ag() { yield 1; const x = yield Promise.resolve(2); console.log("got", x); try { yield 3 } finally { console.log("cleanup") } }
for await (const v of ag()) console.log(v);
const it = ag(); console.log(await it.next(), await it.next(), await it.next("sent"), await it.return(9), await it.next());
for await (const v of [Promise.resolve("a"), "b"]) console.log(v);
console.log(await Promise.all(new Set([1, Promise.resolve(2)])), await Promise.allSettled(g()));
class P extends Promise {}
const p = P.resolve(1); console.log(p instanceof P, p.then(x=>x) instanceof P, await p.then(x => x + 1));
console.log(await P.all([1,2]));
console.log(`${{toString() { return "str" }}}`, 1 + {valueOf() { return 41 }}, [{toString: () => "j"}].join());
try { [].map({}) } catch (e) { console.log(e.message) }
try { await Promise.any([Promise.reject(1)]) } catch (e) { console.log(e.message, e.errors) }
console.log([1,[2,[3,[4]]]].flat(Infinity), [1,2].flatMap(x => [x, x*2]));
console.log([5,1,4].toSorted(), [1,2,3].toSpliced(1,1,"x"), [1,2,3].findLast(x=>x<3), [1,2,3].with(1, 9));
console.log(Array.prototype.concat.call(1, [2]), [1,2,3].copyWithin(0,1), Array.of(7,8));
await Promise.resolve(1).finally(() => console.log("fin"));
//= [ 2, 4, 6 ] [ 2, 3 ] [ 1, 2, 3 ] [ 1, 3, 10 ]
//= true 3 2
//= [ 'aa', 'bb' ]
//= [ 2, 4, 6 ] [ 0, 1, 2 ]
//= [ 1, 2 ] [ 1, 2 ]
//= 1
//= 2
//= got undefined
//= 3
//= cleanup
//= got sent
//= cleanup
//= { value: 1, done: false } { value: 2, done: false } { value: 3, done: false } { value: 9, done: true } { value: undefined, done: true }
//= a
//= b
//= [ 1, 2 ] [
//=   { status: 'fulfilled', value: 1 },
//=   { status: 'fulfilled', value: 2 }
//= ]
//= true true 2
//= [ 1, 2 ]
//= str 42 j
//= #<Object> is not a function
//= All promises were rejected [ 1 ]
//= [ 1, 2, 3, 4 ] [ 1, 2, 2, 4 ]
//= [ 1, 4, 5 ] [ 1, 'x', 3 ] 2 [ 1, 9, 3 ]
//= [ [Number: 1], 2 ] [ 2, 3, 3 ] [ 7, 8 ]
//= fin
