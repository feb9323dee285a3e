// What closures hold on to, and when variables may be read.
const fs = [];
for (let i = 0; i < 3; i++) { fs.push(() => i); fs.push(() => { i += 10; return i }) }
console.log(fs.map((f) => f()).join());
console.log(fs.map((f) => f()).join());
const gs = [];
for (const x of ["a", "b"]) { let y = x; gs.push(() => x + y); y += "!" }
console.log(gs.map((g) => g()).join());
let ws = []; let w = 0;
while (w < 3) { const k = w; ws.push(() => k + w); w++ }
console.log(ws.map((f) => f()).join());
function counter() { let n = 0; return { up: () => ++n, down() { return --n }, get: () => n } }
const a = counter(), b = counter();
a.up(); a.up(); b.down();
console.log(a.get(), b.get());
try { early() } catch (e) { console.log(e.name, e.message) }
function early() { return late }
let late = 1;
console.log(early());
try { { used; let used = 1 } } catch (e) { console.log(e.message) }
try { const self = self } catch (e) { console.log(e.message) }
try { ((p = q, q) => p)() } catch (e) { console.log(e.name) }
function assignEarly() { soon = 1 }
try { assignEarly() } catch (e) { console.log(e.message) }
let soon = 0; assignEarly(); console.log(soon);
console.log(typeof hoisted, hoisted(), typeof notYet, notYet);
function hoisted() { return "hoisted" }
var notYet = 1;
const fact = function me(n) { return n < 2 ? 1 : n * me(n - 1) };
console.log(fact(5), fact.name, (() => {}).name, counter.name, a.down.name, fact.length, ((x, y = 1, ...z) => 0).length);
const o = { name: "o", f() { return (() => this.name)() }, g: function () { return this.name } };
const g = o.g; console.log(o.f(), o.g(), (0, o.g) === o.g);
try { g() } catch (e) { console.log(e.name) }
function Thing(x) { this.x = x } 
const thing = new Thing(4); console.log(thing.x, thing instanceof Thing);
function defaults(x, y = x + 1, { z = y * 2, ...more } = {}, [p = 9] = [], ...rest) { return [x, y, z, p, rest.length, Object.keys(more).join("+")].join() }
console.log(defaults(1), defaults(1, undefined, { z: 0, u: 1, v: 2 }, [7], 8, 9));
console.log(((x, f = () => x) => { x = 2; return f() })(1));
let shadow = 1; { let shadow = 2; { let shadow = 3; console.log(shadow) } console.log(shadow) } console.log(shadow);
switch (1) { case 0: let t = 1; case 1: try { t } catch (e) { console.log(e.message) } }
const list = []; for (let i = 0, get = () => i; i < 2; i++) list.push(get()); console.log(list.join());
//= 0,10,1,11,2,12
//= 10,20,11,21,12,22
//= aa!,bb!
//= 3,4,5
//= 2 -1
//= ReferenceError Cannot access 'late' before initialization
//= 1
//= Cannot access 'used' before initialization
//= Cannot access 'self' before initialization
//= ReferenceError
//= Cannot access 'soon' before initialization
//= 1
//= function hoisted undefined undefined
//= 120 me  counter down 1 1
//= o o true
//= TypeError
//= 4 true
//= 1,2,4,9,0, 1,2,0,7,2,u+v
//= 2
//= 3
//= 2
//= 1
//= Cannot access 't' before initialization
//= 0,0
