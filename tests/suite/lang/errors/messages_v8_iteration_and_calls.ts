const cases = {
  // reading and calling what is not there
  "undefined read": () => { let a; return a.b },
  "null read": () => { let a = null; return a.b.c },
  "computed read": () => { let a, k = "key"; return a[k] },
  "computed number read": () => { let a; return a[3] },
  "symbol read": () => { let a; return a[Symbol.iterator] },
  "chain read": () => { const o = { a: {} }; return o.a.b.c },
  "call result read": () => { const f = () => undefined; return f().x },
  "undefined write": () => { let a; a.b = 1 },
  "null write": () => { let a = null; a["x y"] = 1 },
  "computed write": () => { let a, i = 2; a[i] = 1 },
  "undefined increment": () => { let a; a.b++ },
  "undefined delete": () => { let a; delete a.b },
  "call undefined": () => { let a; a() },
  "call number": () => { let a = 5; a() },
  "call string": () => { "x"() },
  "call null": () => { null() },
  "call object": () => { ({})() },
  "call member": () => { const o = {}; o.f() },
  "call member of member": () => { const o = { p: {} }; o.p.f() },
  "call computed": () => { const o = {}, k = "f"; o[k]() },
  "call computed literal": () => { const o = {}; o["f g"]() },
  "call index": () => { const a = [1]; a[0]() },
  "call index variable": () => { const a = [1], i = 0; a[i]() },
  "call result": () => { const f = () => 1; f()() },
  "call result member": () => { const f = () => ({}); f().g() },
  "call this member": function () { this.x() },
  "call symbol member": () => { const o = {}; o[Symbol.iterator]() },
  "call super member": () => { class A {} class B extends A { m() { super.m() } } new B().m() },
  "call template": () => { const o = {}; o.tag`x` },
  "call new": () => { const o = {}; new o.X() },
  "call await": () => { const o = { a: 1 }; o.a.b.c() },
  "call private": () => { class A { #x = 1; m() { this.#x() } } new A().m() },
  "call comma": () => { (0, undefined)() },
  "call parenthesised member": () => { const o = {}; (o.x)() },
  "call optional": () => { const o = { x: 1 }; o.x?.() },
  "call optional member": () => { const o = {}; o?.x() },
  "call assignment": () => { let a; (a = 5)() },
  "call arrow in place": () => { let x = { f: 1 }; x.f(() => 1) },
  "call string method": () => { "abc".nope() },
  "call number method": () => { (5).nope() },
  "call typed variable": () => { const list = [3]; list.nope(1, 2) },
  "new undefined": () => { let a; new a() },
  "new number": () => { new (5)() },
  "new arrow": () => { const f = () => {}; new f() },
  "new method": () => { const o = { m() {} }; new o.m() },
  "new async": () => { async function f() {} new f() },
  "new generator": () => { function* f() {} new f() },
  "new Math": () => { new Math() },
  "new Symbol": () => { new Symbol() },
  "new builtin method": () => { new parseInt() },
  "new string": () => { new "x"() },
  "new object": () => { const o = {}; new o() },
  "class call": () => { class A {} A() },
  "class call member": () => { const o = { A: class {} }; o.A() },
  "Map call": () => { Map() },
  "Set call": () => { Set() },
  "Promise call": () => { Promise(() => 1) },
  "WeakMap call": () => { WeakMap() },
  "WeakRef call": () => { WeakRef({}) },
  // names
  "not defined": () => { nope },
  "not defined call": () => { nope2() },
  "not defined write": () => { nope3 = 1 },
  "dead zone": () => { x; let x = 1 },
  "dead zone const": () => { x; const x = 1 },
  "dead zone class": () => { new A(); class A {} },
  "dead zone write": () => { x = 1; let x },
  "dead zone typeof": () => { typeof x; let x },
  "dead zone parameter": () => { ((a = b, b) => 1)() },
  "const write": () => { const x = 1; x = 2 },
  "const increment": () => { const x = 1; x++ },
  "const destructuring": () => { const x = 1; [x] = [2] },
  "const for": () => { for (const i = 0; i < 2; i++); },
  "function name write": () => { (function f() { f = 1 })() },
  "class name write": () => { class A { static m() { A = 1 } } A.m() },
  // destructuring
  "destructure undefined": () => { const { a } = undefined },
  "destructure null": () => { const { a } = null },
  "destructure variable": () => { let v; const { a } = v },
  "destructure variable null": () => { let v = null; const { a, b } = v },
  "destructure member": () => { const o = {}; const { a } = o.p },
  "destructure nested": () => { const { a: { b } } = {} },
  "destructure nested variable": () => { const v = {}; const { a: { b } } = v },
  "destructure parameter": () => { (({ a }) => a)() },
  "destructure parameter null": () => { (({ a }) => a)(null) },
  "destructure array undefined": () => { const [a] = undefined },
  "destructure array null": () => { const [a] = null },
  "destructure array variable": () => { let v; const [a] = v },
  "destructure array number": () => { const [a] = 5 },
  "destructure array object": () => { const [a] = {} },
  "destructure array variable object": () => { const v = {}; const [a] = v },
  "destructure array member": () => { const o = { p: 1 }; const [a] = o.p },
  "destructure array call": () => { const f = () => 1; const [a] = f() },
  "destructure array parameter": () => { (([a]) => a)() },
  "destructure array parameter 2": () => { (([a]) => a)(5) },
  "destructure empty": () => { const {} = null },
  "destructure computed": () => { const k = "x"; const { [k]: a } = undefined },
  "destructure rest": () => { const { ...r } = null },
  "destructure assignment": () => { let a; ({ a } = null) },
  "destructure for of": () => { for (const [a, b] of [1]); },
  "destructure for of object": () => { for (const { a } of [null]); },
  "destructure call result": () => { const f = () => {}; const { a } = f() },
  // iteration
  "spread undefined": () => { let v; [...v] },
  "spread number": () => { [...5] },
  "spread object": () => { [...{}] },
  "spread variable": () => { const v = {}; [...v] },
  "spread member": () => { const o = { p: 1 }; [...o.p] },
  "spread call": () => { const f = () => 1; [...f()] },
  "spread argument": () => { const f = () => 1; f(...5) },
  "spread argument undefined": () => { const f = () => 1; let v; f(...v) },
  "spread argument variable": () => { const f = () => 1; const v = {}; f(...v) },
  "spread argument method": () => { const v = {}; Math.max(...v) },
  "spread new": () => { const v = 5; new Map(...v) },
  "for of undefined": () => { for (const x of undefined); },
  "for of number": () => { for (const x of 5); },
  "for of object": () => { const o = { a: 1 }; for (const x of o); },
  "for of member": () => { const o = { a: {} }; for (const x of o.a); },
  "for of null variable": () => { const n = null; for (const x of n); },
  "for of call": () => { const f = () => 1; for (const x of f()); },
  "for of literal": () => { for (const x of {}); },
  "for of symbol": () => { for (const x of Symbol("q")); },
  "for of function": () => { const f = () => 1; for (const x of f); },
  "for of iterator result": () => { for (const x of { [Symbol.iterator]: () => 5 }); },
  "for of next missing": () => { for (const x of { [Symbol.iterator]: () => ({}) }); },
  "for of next result": () => { for (const x of { [Symbol.iterator]: () => ({ next: () => 1 }) }); },
  "yield star": () => { [...(function* () { yield* 5 })()] },
  "yield star undefined": () => { [...(function* () { yield* undefined })()] },
  "new Map number": () => { new Map(5) },
  "new Map list": () => { new Map([1]) },
  "new Map strings": () => { new Map(["ab"]) },
  "new Set number": () => { new Set(5) },
  "new Set object": () => { new Set({}) },
  "new WeakMap": () => { new WeakMap([[1, 2]]) },
  "new WeakSet": () => { new WeakSet([1]) },
  "WeakMap set": () => { new WeakMap().set(1, 2) },
  "WeakSet add": () => { new WeakSet().add("x") },
  "WeakRef number": () => { new WeakRef(1) },
  "Array.from null": () => { Array.from(null) },
  "Array.from undefined": () => { Array.from() },
  "Array.from mapper": () => { Array.from([1], 5) },
  "Object.fromEntries": () => { Object.fromEntries(5) },
  "Object.fromEntries list": () => { Object.fromEntries([1]) },
  "Object.fromEntries nothing": () => { Object.fromEntries() },
};
for (const [name, f] of Object.entries(cases)) {
  try {
    f();
    console.log(`${name}: nothing`);
  } catch (error) {
    console.log(`${name}: ${error.name}: ${error.message}`);
  }
}
//= undefined read: TypeError: Cannot read properties of undefined (reading 'b')
//= null read: TypeError: Cannot read properties of null (reading 'b')
//= computed read: TypeError: Cannot read properties of undefined (reading 'key')
//= computed number read: TypeError: Cannot read properties of undefined (reading '3')
//= symbol read: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
//= chain read: TypeError: Cannot read properties of undefined (reading 'c')
//= call result read: TypeError: Cannot read properties of undefined (reading 'x')
//= undefined write: TypeError: Cannot set properties of undefined (setting 'b')
//= null write: TypeError: Cannot set properties of null (setting 'x y')
//= computed write: TypeError: Cannot set properties of undefined (setting '2')
//= undefined increment: TypeError: Cannot read properties of undefined (reading 'b')
//= undefined delete: TypeError: Cannot convert undefined or null to object
//= call undefined: TypeError: a is not a function
//= call number: TypeError: a is not a function
//= call string: TypeError: "x" is not a function
//= call null: TypeError: null is not a function
//= call object: TypeError: {} is not a function
//= call member: TypeError: o.f is not a function
//= call member of member: TypeError: o.p.f is not a function
//= call computed: TypeError: o[k] is not a function
//= call computed literal: TypeError: o.f g is not a function
//= call index: TypeError: a[0] is not a function
//= call index variable: TypeError: a[i] is not a function
//= call result: TypeError: f(...) is not a function
//= call result member: TypeError: f(...).g is not a function
//= call this member: TypeError: Cannot read properties of undefined (reading 'x')
//= call symbol member: TypeError: o[Symbol.iterator] is not a function
//= call super member: TypeError: (intermediate value).m is not a function
//= call template: TypeError: o.tag is not a function
//= call new: TypeError: o.X is not a constructor
//= call await: TypeError: Cannot read properties of undefined (reading 'c')
//= call private: TypeError: this[#x] is not a function
//= call comma: TypeError: (0 , undefined) is not a function
//= call parenthesised member: TypeError: o.x is not a function
//= call optional: TypeError: o.x is not a function
//= call optional member: TypeError: o?.x is not a function
//= call assignment: TypeError: a is not a function
//= call arrow in place: TypeError: x.f is not a function
//= call string method: TypeError: "abc".nope is not a function
//= call number method: TypeError: 5.nope is not a function
//= call typed variable: TypeError: list.nope is not a function
//= new undefined: TypeError: a is not a constructor
//= new number: TypeError: 5 is not a constructor
//= new arrow: TypeError: f is not a constructor
//= new method: TypeError: o.m is not a constructor
//= new async: TypeError: f is not a constructor
//= new generator: TypeError: f is not a constructor
//= new Math: TypeError: Math is not a constructor
//= new Symbol: TypeError: Symbol is not a constructor
//= new builtin method: TypeError: parseInt is not a constructor
//= new string: TypeError: "x" is not a constructor
//= new object: TypeError: o is not a constructor
//= class call: TypeError: Class constructor A cannot be invoked without 'new'
//= class call member: TypeError: Class constructor A cannot be invoked without 'new'
//= Map call: TypeError: Constructor Map requires 'new'
//= Set call: TypeError: Constructor Set requires 'new'
//= Promise call: TypeError: Promise constructor cannot be invoked without 'new'
//= WeakMap call: TypeError: Constructor WeakMap requires 'new'
//= WeakRef call: TypeError: Constructor WeakRef requires 'new'
//= not defined: ReferenceError: nope is not defined
//= not defined call: ReferenceError: nope2 is not defined
//= not defined write: ReferenceError: nope3 is not defined
//= dead zone: ReferenceError: Cannot access 'x' before initialization
//= dead zone const: ReferenceError: Cannot access 'x' before initialization
//= dead zone class: ReferenceError: Cannot access 'A' before initialization
//= dead zone write: ReferenceError: Cannot access 'x' before initialization
//= dead zone typeof: ReferenceError: Cannot access 'x' before initialization
//= dead zone parameter: ReferenceError: Cannot access 'b' before initialization
//= const write: TypeError: Assignment to constant variable.
//= const increment: TypeError: Assignment to constant variable.
//= const destructuring: TypeError: Assignment to constant variable.
//= const for: TypeError: Assignment to constant variable.
//= function name write: TypeError: Assignment to constant variable.
//= class name write: TypeError: Assignment to constant variable.
//= destructure undefined: TypeError: Cannot destructure property 'a' of 'undefined' as it is undefined.
//= destructure null: TypeError: Cannot destructure property 'a' of 'null' as it is null.
//= destructure variable: TypeError: Cannot destructure property 'a' of 'v' as it is undefined.
//= destructure variable null: TypeError: Cannot destructure property 'a' of 'v' as it is null.
//= destructure member: TypeError: Cannot destructure property 'a' of 'o.p' as it is undefined.
//= destructure nested: TypeError: Cannot read properties of undefined (reading 'b')
//= destructure nested variable: TypeError: Cannot read properties of undefined (reading 'b')
//= destructure parameter: TypeError: Cannot destructure property 'a' of 'undefined' as it is undefined.
//= destructure parameter null: TypeError: Cannot destructure property 'a' of 'object null' as it is null.
//= destructure array undefined: TypeError: undefined is not iterable
//= destructure array null: TypeError: null is not iterable
//= destructure array variable: TypeError: v is not iterable
//= destructure array number: TypeError: 5 is not iterable
//= destructure array object: TypeError: {} is not iterable
//= destructure array variable object: TypeError: v is not iterable
//= destructure array member: TypeError: number 1 is not iterable (cannot read property Symbol(Symbol.iterator))
//= destructure array call: TypeError: f is not a function or its return value is not iterable
//= destructure array parameter: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
//= destructure array parameter 2: TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= destructure empty: TypeError: Cannot destructure 'null' as it is null.
//= destructure computed: TypeError: Cannot destructure 'undefined' as it is undefined.
//= destructure rest: TypeError: Cannot destructure 'null' as it is null.
//= destructure assignment: TypeError: Cannot destructure property 'a' of 'null' as it is null.
//= destructure for of: TypeError: .for is not iterable
//= destructure for of object: TypeError: Cannot destructure property 'a' of '.for' as it is null.
//= destructure call result: TypeError: Cannot destructure property 'a' of 'f(...)' as it is undefined.
//= spread undefined: TypeError: v is not iterable
//= spread number: TypeError: 5 is not iterable
//= spread object: TypeError: {} is not iterable
//= spread variable: TypeError: v is not iterable
//= spread member: TypeError: o.p is not iterable
//= spread call: TypeError: f is not a function or its return value is not iterable
//= spread argument: TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function
//= spread argument undefined: TypeError: v is not iterable (cannot read property undefined)
//= spread argument variable: TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function
//= spread argument method: TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function
//= spread new: TypeError: Spread syntax requires ...iterable[Symbol.iterator] to be a function
//= for of undefined: TypeError: undefined is not iterable
//= for of number: TypeError: 5 is not iterable
//= for of object: TypeError: o is not iterable
//= for of member: TypeError: o.a is not iterable
//= for of null variable: TypeError: n is not iterable
//= for of call: TypeError: f is not a function or its return value is not iterable
//= for of literal: TypeError: {} is not iterable
//= for of symbol: TypeError: Symbol is not a function or its return value is not iterable
//= for of function: TypeError: f is not iterable
//= for of iterator result: TypeError: Result of the Symbol.iterator method is not an object
//= for of next missing: TypeError: undefined is not a function
//= for of next result: TypeError: Iterator result 1 is not an object
//= yield star: TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= yield star undefined: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
//= new Map number: TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= new Map list: TypeError: Iterator value 1 is not an entry object
//= new Map strings: TypeError: Iterator value ab is not an entry object
//= new Set number: TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= new Set object: TypeError: object is not iterable (cannot read property Symbol(Symbol.iterator))
//= new WeakMap: TypeError: Invalid value used as weak map key
//= new WeakSet: TypeError: Invalid value used in weak set
//= WeakMap set: TypeError: Invalid value used as weak map key
//= WeakSet add: TypeError: Invalid value used in weak set
//= WeakRef number: TypeError: WeakRef: invalid target
//= Array.from null: TypeError: object null is not iterable (cannot read property Symbol(Symbol.iterator))
//= Array.from undefined: TypeError: undefined is not iterable (cannot read property Symbol(Symbol.iterator))
//= Array.from mapper: TypeError: 5 is not a function
//= Object.fromEntries: TypeError: number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= Object.fromEntries list: TypeError: Iterator value 1 is not an entry object
//= Object.fromEntries nothing: TypeError: undefined is not iterable
