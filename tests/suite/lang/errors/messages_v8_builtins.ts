const cases = {
  "operator in": () => { "x" in 5 },
  "operator in string": () => { "x" in "xyz" },
  "operator in undefined": () => { let u; "x" in u },
  "operator in symbol": () => { Symbol("s") in 5 },
  "operator instanceof": () => { ({}) instanceof 5 },
  "operator instanceof object": () => { ({}) instanceof {} },
  "operator instanceof arrow": () => { ({}) instanceof (() => 1) },
  "operator instanceof undefined": () => { let u; ({}) instanceof u },
  "symbol plus": () => { Symbol("s") + "x" },
  "symbol number": () => { +Symbol("s") },
  "symbol template": () => { `${Symbol("s")}` },
  "symbol minus": () => { Symbol() - 1 },
  "symbol compare": () => { Symbol() < 1 },
  "convert to primitive": () => { ({ toString: 1, valueOf: 2 }) + "" },
  "convert null prototype": () => { Object.create(null) + "" },
  "convert toPrimitive object": () => { ({ [Symbol.toPrimitive]: () => ({}) }) + "" },
  "convert toPrimitive number": () => { ({ [Symbol.toPrimitive]: 5 }) + "" },
  "template object": () => { `${{ toString: () => ({}), valueOf: () => ({}) }}` },
  "JSON empty": () => { JSON.parse("") },
  "JSON bad": () => { JSON.parse("{bad}") },
  "JSON undefined": () => { JSON.parse(undefined) },
  "JSON object": () => { JSON.parse({}) },
  "JSON trailing": () => { JSON.parse('{"a":1,}') },
  "JSON end": () => { JSON.parse('{"a":') },
  "JSON string end": () => { JSON.parse('"abc') },
  "JSON single quotes": () => { JSON.parse("{'a':1}") },
  "JSON long": () => { JSON.parse('{"a": [1, 2, 3, 4, 5, 6, 7, 8, 9], "b": nope, "c": [1, 2, 3, 4, 5, 6, 7, 8, 9]}') },
  "JSON after": () => { JSON.parse("1 2") },
  "JSON control": () => { JSON.parse('"a\nb"') },
  "JSON escape": () => { JSON.parse('"\\x"') },
  "JSON unicode": () => { JSON.parse('"\\u12"') },
  "JSON number": () => { JSON.parse("01") },
  "JSON minus": () => { JSON.parse("-") },
  "JSON array": () => { JSON.parse("[1,") },
  "JSON array comma": () => { JSON.parse("[1,]") },
  "JSON colon": () => { JSON.parse('{"a" 1}') },
  "JSON key": () => { JSON.parse("{1:2}") },
  "JSON NaN": () => { JSON.parse("NaN") },
  "JSON tru": () => { JSON.parse("tru") },
  "JSON html": () => { JSON.parse("<html>") },
  "JSON circular": () => { const a = {}; a.a = a; JSON.stringify(a) },
  "JSON circular deep": () => { const a = { b: { c: {} } }; a.b.c.d = a; JSON.stringify(a) },
  "JSON circular array": () => { const a = []; a.push({ x: a }); JSON.stringify(a) },
  "JSON circular class": () => { class Node { constructor() { this.next = new Other(this) } } class Other { constructor(n) { this.back = n } } JSON.stringify(new Node()) },
  "JSON circular long": () => { const a = { b: { c: { d: { e: {} } } } }; a.b.c.d.e.f = a; JSON.stringify(a) },
  "frozen write": () => { const o = Object.freeze({ a: 1 }); o.a = 2 },
  "frozen add": () => { const o = Object.freeze({ a: 1 }); o.b = 2 },
  "frozen delete": () => { const o = Object.freeze({ a: 1 }); delete o.a },
  "frozen push": () => { Object.freeze([1]).push(2) },
  "frozen pop": () => { Object.freeze([1]).pop() },
  "frozen shift": () => { Object.freeze([1]).shift() },
  "frozen unshift": () => { Object.freeze([1]).unshift(1) },
  "frozen splice": () => { Object.freeze([1]).splice(0, 1) },
  "frozen sort": () => { Object.freeze([2, 1]).sort() },
  "frozen reverse": () => { Object.freeze([2, 1]).reverse() },
  "frozen fill": () => { Object.freeze([2, 1]).fill(0) },
  "frozen index": () => { const a = Object.freeze([1]); a[0] = 2 },
  "frozen index add": () => { const a = Object.freeze([1]); a[1] = 2 },
  "frozen length": () => { const a = Object.freeze([1]); a.length = 0 },
  "frozen class": () => { class P { x = 1 } const p = Object.freeze(new P()); p.x = 2 },
  "sealed add": () => { const o = Object.seal({}); o.a = 1 },
  "sealed delete": () => { const o = Object.seal({ a: 1 }); delete o.a },
  "not extensible": () => { const o = Object.preventExtensions({}); o.x = 1 },
  "not extensible class": () => { class P {} const o = Object.preventExtensions(new P()); o.x = 1 },
  "not extensible define": () => { Object.defineProperty(Object.preventExtensions({}), "x", {}) },
  "readonly define": () => { const o = {}; Object.defineProperty(o, "x", { value: 1 }); o.x = 2 },
  "redefine": () => { const o = {}; Object.defineProperty(o, "x", { value: 1 }); Object.defineProperty(o, "x", { value: 2 }) },
  "getter only": () => { const o = { get x() { return 1 } }; o.x = 2 },
  "getter only class": () => { class A { get x() { return 1 } } new A().x = 2 },
  "string index": () => { const s = "abc"; s[0] = "x" },
  "string length": () => { const s = "abc"; s.length = 5 },
  "string property": () => { const s = "abc"; s.foo = 5 },
  "number property": () => { const n = 5; n.foo = 5 },
  "bool property": () => { true.foo = 5 },
  "symbol property": () => { Symbol("q").foo = 5 },
  "Math.PI": () => { Math.PI = 3 },
  "undefined write": () => { globalThis.undefined = 1 },
  "NaN write": () => { globalThis.NaN = 1 },
  "define on number": () => { Object.defineProperty(5, "x", {}) },
  "define descriptor": () => { Object.defineProperty({}, "x", 5) },
  "define getter": () => { Object.defineProperty({}, "x", { get: 5 }) },
  "define setter": () => { Object.defineProperty({}, "x", { set: 5 }) },
  "define both": () => { Object.defineProperty({}, "x", { get() {}, value: 1 }) },
  "defineProperties": () => { Object.defineProperties({}, { a: 5 }) },
  "create number": () => { Object.create(5) },
  "create undefined": () => { Object.create() },
  "setPrototypeOf": () => { Object.setPrototypeOf({}, 5) },
  "setPrototypeOf cycle": () => { const a = {}; Object.setPrototypeOf(Object.create(a), a); Object.setPrototypeOf(a, Object.create(a)) },
  "setPrototypeOf undefined": () => { Object.setPrototypeOf(undefined, {}) },
  "setPrototypeOf frozen": () => { Object.setPrototypeOf(Object.freeze({}), {}) },
  "__proto__ cycle": () => { const a = {}; a.__proto__ = Object.create(a) },
  "keys undefined": () => { Object.keys(undefined) },
  "keys null": () => { Object.keys(null) },
  "entries null": () => { Object.entries(null) },
  "values undefined": () => { Object.values() },
  "assign null": () => { Object.assign(null, {}) },
  "assign frozen": () => { Object.assign(Object.freeze({ a: 1 }), { a: 2 }) },
  "getOwnPropertyNames": () => { Object.getOwnPropertyNames(null) },
  "getPrototypeOf": () => { Object.getPrototypeOf(null) },
  "hasOwn": () => { Object.hasOwn(null, "x") },
  "hasOwnProperty call": () => { Object.prototype.hasOwnProperty.call(null, "x") },
  "toString call": () => { Object.prototype.toLocaleString.call(null) },
  "invalid array length": () => { new Array(-1) },
  "invalid array length 2": () => { [].length = -1 },
  "invalid array length 3": () => { [].length = 1.5 },
  "invalid array length 4": () => { new Array(1.5) },
  "array with": () => { [1].with(5, 1) },
  "reduce empty": () => { [].reduce((a, b) => a) },
  "reduceRight empty": () => { [].reduceRight((a, b) => a) },
  "reduce callback": () => { [1].reduce() },
  "map callback": () => { [1].map(5) },
  "forEach undefined": () => { [1].forEach() },
  "forEach object": () => { [1].forEach({}) },
  "filter string": () => { [1].filter("x") },
  "find null": () => { [1].find(null) },
  "some array": () => { [1].some([1, 2]) },
  "every symbol": () => { [1].every(Symbol("s")) },
  "flatMap": () => { [1].flatMap() },
  "sort comparator": () => { [1, 2].sort(5) },
  "toSorted": () => { [1].toSorted("x") },
  "join circular ok": () => { [Symbol("s")].join() },
  "array on null": () => { Array.prototype.map.call(null, (x) => x) },
  "array on undefined": () => { Array.prototype.push.call(undefined, 1) },
  "forEach on undefined": () => { Array.prototype.forEach.call(undefined, (x) => x) },
  "string on null": () => { String.prototype.trim.call(null) },
  "string on undefined": () => { String.prototype.includes.call(undefined, "x") },
  "repeat negative": () => { "x".repeat(-1) },
  "repeat infinite": () => { "x".repeat(Infinity) },
  "normalize": () => { "x".normalize("NFX") },
  "includes regexp": () => { "x".includes(/x/) },
  "startsWith regexp": () => { "x".startsWith(/x/) },
  "replaceAll regexp": () => { "x".replaceAll(/x/, "y") },
  "matchAll regexp": () => { "x".matchAll(/x/) },
  "codePoint": () => { String.fromCodePoint(-1) },
  "codePoint fraction": () => { String.fromCodePoint(1.5) },
  "raw": () => { String.raw() },
  "toFixed": () => { (1).toFixed(101) },
  "toPrecision": () => { (1).toPrecision(0) },
  "toExponential": () => { (1).toExponential(-1) },
  "toString radix": () => { (1).toString(1) },
  "number this": () => { Number.prototype.toFixed.call("x", 1) },
  "number valueOf": () => { Number.prototype.valueOf.call({}) },
  "boolean valueOf": () => { Boolean.prototype.valueOf.call(1) },
  "string valueOf": () => { String.prototype.valueOf.call(1) },
  "symbol valueOf": () => { Symbol.prototype.toString.call(1) },
  "symbol description": () => { Object.getOwnPropertyDescriptor(Symbol.prototype, "description").get.call(1) },
  "keyFor": () => { Symbol.keyFor(5) },
  "function toString": () => { Function.prototype.toString.call({}) },
  "bind": () => { Function.prototype.bind.call(5) },
  "call": () => { Function.prototype.call.call(5) },
  "apply list": () => { Math.max.apply(null, 5) },
  "Reflect.ownKeys": () => { Reflect.ownKeys(5) },
  "Reflect.apply": () => { Reflect.apply(5) },
  "Reflect.construct": () => { Reflect.construct(5, []) },
  "Reflect.get": () => { Reflect.get(5, "x") },
  "Reflect.defineProperty": () => { Reflect.defineProperty(1, "x", {}) },
  "Reflect.setPrototypeOf": () => { Reflect.setPrototypeOf({}, 5) },
  "Map.get on object": () => { Map.prototype.get.call({}, 1) },
  "Map.set on Set": () => { Map.prototype.set.call(new Set(), 1) },
  "Map.forEach": () => { new Map().forEach() },
  "Map size": () => { Object.getOwnPropertyDescriptor(Map.prototype, "size").get.call({}) },
  "Set.add on undefined": () => { Set.prototype.add.call(undefined, 1) },
  "Set.forEach": () => { new Set().forEach(5) },
  "Map iterator next": () => { new Map().entries().next.call({}) },
  "Array iterator next": () => { [].values().next.call({}) },
  "generator next": () => { (function* () {})().next.call({}) },
  "generator running": () => { const g = (function* () { g.next() })(); g.next() },
  "Date invalid": () => { new Date(NaN).toISOString() },
  "Date invalid text": () => { new Date("nope").toISOString() },
  "Date this": () => { Date.prototype.getTime.call({}) },
  "Date toString this": () => { Date.prototype.toString.call(5) },
  "Date symbol": () => { new Date(Symbol()) },
  "Date toPrimitive": () => { new Date()[Symbol.toPrimitive]("x") },
  "RegExp bad": () => { new RegExp("(") },
  "RegExp flags": () => { new RegExp("x", "gg") },
  "RegExp flags 2": () => { new RegExp("x", "q") },
  "RegExp range": () => { new RegExp("[b-a]") },
  "RegExp repeat": () => { new RegExp("*") },
  "RegExp group": () => { new RegExp("(?<a>x)(?<a>y)") },
  "RegExp class": () => { new RegExp("[a") },
  "RegExp escape": () => { new RegExp("\\") },
  "RegExp exec this": () => { RegExp.prototype.exec.call({}) },
  "RegExp test this": () => { RegExp.prototype.test.call(5) },
  "RegExp source": () => { Object.getOwnPropertyDescriptor(RegExp.prototype, "source").get.call({}) },
  "decodeURIComponent": () => { decodeURIComponent("%") },
  "encodeURIComponent": () => { encodeURIComponent("\ud800") },
  "stack overflow": () => { const f = () => f(); f() },
  "stack overflow 2": () => { class A { get x() { return this.x } } new A().x },
  "Promise resolver": () => { new Promise() },
  "Promise resolver 2": () => { new Promise(5) },
  "Promise then": () => { Promise.prototype.then.call({}) },
  "Promise resolve": () => { Promise.resolve.call(undefined, 1) },
  "Promise finally": () => { Promise.prototype.finally.call(5) },
  "Promise all": () => { Promise.all.call(undefined, []) },
  "queueMicrotask": () => { queueMicrotask(5) },
  "queueMicrotask nothing": () => { queueMicrotask() },
  "setTimeout": () => { setTimeout("x", 1) },
  "setTimeout nothing": () => { setTimeout() },
  "setInterval": () => { setInterval({}, 1) },
  "setImmediate": () => { setImmediate(null) },
  "structuredClone nothing": () => { structuredClone() },
  "structuredClone symbol": () => { structuredClone({ a: Symbol("s") }) },
  "AbortSignal": () => { new AbortSignal() },
  "AbortSignal throw": () => { AbortSignal.abort().throwIfAborted() },
  "EventTarget": () => { new EventTarget().dispatchEvent({}) },
  "Event": () => { new Event() },
};
for (const [name, f] of Object.entries(cases)) {
  try {
    f();
    console.log(`${name}: nothing`);
  } catch (error) {
    console.log(`${name}: ${error.name}: ${error.message}${error.code === undefined ? "" : " " + error.code}`);
  }
}
//= operator in: TypeError: Cannot use 'in' operator to search for 'x' in 5
//= operator in string: TypeError: Cannot use 'in' operator to search for 'x' in xyz
//= operator in undefined: TypeError: Cannot use 'in' operator to search for 'x' in undefined
//= operator in symbol: TypeError: Cannot use 'in' operator to search for 'Symbol(s)' in 5
//= operator instanceof: TypeError: Right-hand side of 'instanceof' is not an object
//= operator instanceof object: TypeError: Right-hand side of 'instanceof' is not callable
//= operator instanceof arrow: TypeError: Function has non-object prototype 'undefined' in instanceof check
//= operator instanceof undefined: TypeError: Right-hand side of 'instanceof' is not an object
//= symbol plus: TypeError: Cannot convert a Symbol value to a string
//= symbol number: TypeError: Cannot convert a Symbol value to a number
//= symbol template: TypeError: Cannot convert a Symbol value to a string
//= symbol minus: TypeError: Cannot convert a Symbol value to a number
//= symbol compare: TypeError: Cannot convert a Symbol value to a number
//= convert to primitive: TypeError: Cannot convert object to primitive value
//= convert null prototype: TypeError: Cannot convert object to primitive value
//= convert toPrimitive object: TypeError: Cannot convert object to primitive value
//= convert toPrimitive number: TypeError: number 5 is not a function
//= template object: TypeError: Cannot convert object to primitive value
//= JSON empty: SyntaxError: Unexpected end of JSON input
//= JSON bad: SyntaxError: Expected property name or '}' in JSON at position 1
//= JSON undefined: SyntaxError: "undefined" is not valid JSON
//= JSON object: SyntaxError: "[object Object]" is not valid JSON
//= JSON trailing: SyntaxError: Expected double-quoted property name in JSON at position 7
//= JSON end: SyntaxError: Unexpected end of JSON input
//= JSON string end: SyntaxError: Unterminated string in JSON at position 4
//= JSON single quotes: SyntaxError: Expected property name or '}' in JSON at position 1
//= JSON long: SyntaxError: Unexpected token 'o', ..."9], "b": nope, "c": "... is not valid JSON
//= JSON after: SyntaxError: Unexpected non-whitespace character after JSON at position 2
//= JSON control: SyntaxError: Bad control character in string literal in JSON at position 2
//= JSON escape: SyntaxError: Bad escaped character in JSON at position 2
//= JSON unicode: SyntaxError: Bad Unicode escape in JSON at position 5
//= JSON number: SyntaxError: Unexpected number in JSON at position 1
//= JSON minus: SyntaxError: No number after minus sign in JSON at position 1
//= JSON array: SyntaxError: Unexpected end of JSON input
//= JSON array comma: SyntaxError: Unexpected token ']', "[1,]" is not valid JSON
//= JSON colon: SyntaxError: Expected ':' after property name in JSON at position 5
//= JSON key: SyntaxError: Expected property name or '}' in JSON at position 1
//= JSON NaN: SyntaxError: "NaN" is not valid JSON
//= JSON tru: SyntaxError: Unexpected end of JSON input
//= JSON html: SyntaxError: Unexpected token '<', "<html>" is not valid JSON
//= JSON circular: TypeError: Converting circular structure to JSON
//=     --> starting at object with constructor 'Object'
//=     --- property 'a' closes the circle
//= JSON circular deep: TypeError: Converting circular structure to JSON
//=     --> starting at object with constructor 'Object'
//=     |     property 'b' -> object with constructor 'Object'
//=     |     property 'c' -> object with constructor 'Object'
//=     --- property 'd' closes the circle
//= JSON circular array: TypeError: Converting circular structure to JSON
//=     --> starting at object with constructor 'Array'
//=     |     index 0 -> object with constructor 'Object'
//=     --- property 'x' closes the circle
//= JSON circular class: TypeError: Converting circular structure to JSON
//=     --> starting at object with constructor 'Node'
//=     |     property 'next' -> object with constructor 'Other'
//=     --- property 'back' closes the circle
//= JSON circular long: TypeError: Converting circular structure to JSON
//=     --> starting at object with constructor 'Object'
//=     |     property 'b' -> object with constructor 'Object'
//=     |     property 'c' -> object with constructor 'Object'
//=     |     ...
//=     |     property 'e' -> object with constructor 'Object'
//=     --- property 'f' closes the circle
//= frozen write: TypeError: Cannot assign to read only property 'a' of object '#<Object>'
//= frozen add: TypeError: Cannot add property b, object is not extensible
//= frozen delete: TypeError: Cannot delete property 'a' of #<Object>
//= frozen push: TypeError: Cannot add property 1, object is not extensible
//= frozen pop: TypeError: Cannot delete property '0' of [object Array]
//= frozen shift: TypeError: Cannot delete property '0' of [object Array]
//= frozen unshift: TypeError: Cannot add property 1, object is not extensible
//= frozen splice: TypeError: Cannot delete property '0' of [object Array]
//= frozen sort: TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= frozen reverse: TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= frozen fill: TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= frozen index: TypeError: Cannot assign to read only property '0' of object '[object Array]'
//= frozen index add: TypeError: Cannot add property 1, object is not extensible
//= frozen length: TypeError: Cannot assign to read only property 'length' of object '[object Array]'
//= frozen class: TypeError: Cannot assign to read only property 'x' of object '#<P>'
//= sealed add: TypeError: Cannot add property a, object is not extensible
//= sealed delete: TypeError: Cannot delete property 'a' of #<Object>
//= not extensible: TypeError: Cannot add property x, object is not extensible
//= not extensible class: TypeError: Cannot add property x, object is not extensible
//= not extensible define: TypeError: Cannot define property x, object is not extensible
//= readonly define: TypeError: Cannot assign to read only property 'x' of object '#<Object>'
//= redefine: TypeError: Cannot redefine property: x
//= getter only: TypeError: Cannot set property x of #<Object> which has only a getter
//= getter only class: TypeError: Cannot set property x of #<A> which has only a getter
//= string index: TypeError: Cannot assign to read only property '0' of string 'abc'
//= string length: TypeError: Cannot assign to read only property 'length' of string 'abc'
//= string property: TypeError: Cannot create property 'foo' on string 'abc'
//= number property: TypeError: Cannot create property 'foo' on number '5'
//= bool property: TypeError: Cannot create property 'foo' on boolean 'true'
//= symbol property: TypeError: Cannot create property 'foo' on symbol 'Symbol(q)'
//= Math.PI: TypeError: Cannot assign to read only property 'PI' of object '#<Object>'
//= undefined write: TypeError: Cannot assign to read only property 'undefined' of object '#<Object>'
//= NaN write: TypeError: Cannot assign to read only property 'NaN' of object '#<Object>'
//= define on number: TypeError: Object.defineProperty called on non-object
//= define descriptor: TypeError: Property description must be an object: 5
//= define getter: TypeError: Getter must be a function: 5
//= define setter: TypeError: Setter must be a function: 5
//= define both: TypeError: Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>
//= defineProperties: TypeError: Property description must be an object: 5
//= create number: TypeError: Object prototype may only be an Object or null: 5
//= create undefined: TypeError: Object prototype may only be an Object or null: undefined
//= setPrototypeOf: TypeError: Object prototype may only be an Object or null: 5
//= setPrototypeOf cycle: TypeError: Cyclic __proto__ value
//= setPrototypeOf undefined: TypeError: Object.setPrototypeOf called on null or undefined
//= setPrototypeOf frozen: TypeError: #<Object> is not extensible
//= __proto__ cycle: TypeError: Cyclic __proto__ value
//= keys undefined: TypeError: Cannot convert undefined or null to object
//= keys null: TypeError: Cannot convert undefined or null to object
//= entries null: TypeError: Cannot convert undefined or null to object
//= values undefined: TypeError: Cannot convert undefined or null to object
//= assign null: TypeError: Cannot convert undefined or null to object
//= assign frozen: TypeError: Cannot assign to read only property 'a' of object '#<Object>'
//= getOwnPropertyNames: TypeError: Cannot convert undefined or null to object
//= getPrototypeOf: TypeError: Cannot convert undefined or null to object
//= hasOwn: TypeError: Cannot convert undefined or null to object
//= hasOwnProperty call: TypeError: Cannot convert undefined or null to object
//= toString call: TypeError: Object.prototype.toLocaleString called on null or undefined
//= invalid array length: RangeError: Invalid array length
//= invalid array length 2: RangeError: Invalid array length
//= invalid array length 3: RangeError: Invalid array length
//= invalid array length 4: RangeError: Invalid array length
//= array with: RangeError: Invalid index : 5
//= reduce empty: TypeError: Reduce of empty array with no initial value
//= reduceRight empty: TypeError: Reduce of empty array with no initial value
//= reduce callback: TypeError: undefined is not a function
//= map callback: TypeError: 5 is not a function
//= forEach undefined: TypeError: undefined is not a function
//= forEach object: TypeError: #<Object> is not a function
//= filter string: TypeError: x is not a function
//= find null: TypeError: null is not a function
//= some array: TypeError: [object Array] is not a function
//= every symbol: TypeError: Symbol(s) is not a function
//= flatMap: TypeError: flatMap mapper function is not callable
//= sort comparator: TypeError: The comparison function must be either a function or undefined
//= toSorted: TypeError: The comparison function must be either a function or undefined
//= join circular ok: TypeError: Cannot convert a Symbol value to a string
//= array on null: TypeError: Array.prototype.map called on null or undefined
//= array on undefined: TypeError: Cannot convert undefined or null to object
//= forEach on undefined: TypeError: Array.prototype.forEach called on null or undefined
//= string on null: TypeError: String.prototype.trim called on null or undefined
//= string on undefined: TypeError: String.prototype.includes called on null or undefined
//= repeat negative: RangeError: Invalid count value: -1
//= repeat infinite: RangeError: Invalid count value: Infinity
//= normalize: RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.
//= includes regexp: TypeError: First argument to String.prototype.includes must not be a regular expression
//= startsWith regexp: TypeError: First argument to String.prototype.startsWith must not be a regular expression
//= replaceAll regexp: TypeError: String.prototype.replaceAll called with a non-global RegExp argument
//= matchAll regexp: TypeError: String.prototype.matchAll called with a non-global RegExp argument
//= codePoint: RangeError: Invalid code point -1
//= codePoint fraction: RangeError: Invalid code point 1.5
//= raw: TypeError: Cannot convert undefined or null to object
//= toFixed: RangeError: toFixed() digits argument must be between 0 and 100
//= toPrecision: RangeError: toPrecision() argument must be between 1 and 100
//= toExponential: RangeError: toExponential() argument must be between 0 and 100
//= toString radix: RangeError: toString() radix argument must be between 2 and 36
//= number this: TypeError: Number.prototype.toFixed requires that 'this' be a Number
//= number valueOf: TypeError: Number.prototype.valueOf requires that 'this' be a Number
//= boolean valueOf: TypeError: Boolean.prototype.valueOf requires that 'this' be a Boolean
//= string valueOf: TypeError: String.prototype.valueOf requires that 'this' be a String
//= symbol valueOf: TypeError: Symbol.prototype.toString requires that 'this' be a Symbol
//= symbol description: TypeError: Symbol.prototype.description requires that 'this' be a Symbol
//= keyFor: TypeError: 5 is not a symbol
//= function toString: TypeError: Function.prototype.toString requires that 'this' be a Function
//= bind: TypeError: Bind must be called on a function
//= call: TypeError: Function.prototype.call.call is not a function
//= apply list: TypeError: CreateListFromArrayLike called on non-object
//= Reflect.ownKeys: TypeError: Reflect.ownKeys called on non-object
//= Reflect.apply: TypeError: Function.prototype.apply was called on 5, which is a number and not a function
//= Reflect.construct: TypeError: 5 is not a constructor
//= Reflect.get: TypeError: Reflect.get called on non-object
//= Reflect.defineProperty: TypeError: Reflect.defineProperty called on non-object
//= Reflect.setPrototypeOf: TypeError: Object prototype may only be an Object or null: 5
//= Map.get on object: TypeError: Method Map.prototype.get called on incompatible receiver #<Object>
//= Map.set on Set: TypeError: Method Map.prototype.set called on incompatible receiver #<Set>
//= Map.forEach: TypeError: undefined is not a function
//= Map size: TypeError: Method get Map.prototype.size called on incompatible receiver #<Object>
//= Set.add on undefined: TypeError: Method Set.prototype.add called on incompatible receiver undefined
//= Set.forEach: TypeError: number 5 is not a function
//= Map iterator next: TypeError: Method Map Iterator.prototype.next called on incompatible receiver #<Object>
//= Array iterator next: TypeError: Method Array Iterator.prototype.next called on incompatible receiver #<Object>
//= generator next: TypeError: Method [Generator].prototype.next called on incompatible receiver #<Object>
//= generator running: TypeError: Generator is already running
//= Date invalid: RangeError: Invalid time value
//= Date invalid text: RangeError: Invalid time value
//= Date this: TypeError: this is not a Date object.
//= Date toString this: TypeError: Method Date.prototype.toString called on incompatible receiver 5
//= Date symbol: TypeError: Cannot convert a Symbol value to a number
//= Date toPrimitive: TypeError: Invalid hint: x
//= RegExp bad: SyntaxError: Invalid regular expression: /(/: Unterminated group
//= RegExp flags: SyntaxError: Invalid flags supplied to RegExp constructor 'gg'
//= RegExp flags 2: SyntaxError: Invalid flags supplied to RegExp constructor 'q'
//= RegExp range: SyntaxError: Invalid regular expression: /[b-a]/: Range out of order in character class
//= RegExp repeat: SyntaxError: Invalid regular expression: /*/: Nothing to repeat
//= RegExp group: SyntaxError: Invalid regular expression: /(?<a>x)(?<a>y)/: Duplicate capture group name
//= RegExp class: SyntaxError: Invalid regular expression: /[a/: Unterminated character class
//= RegExp escape: SyntaxError: Invalid regular expression: /\/: \ at end of pattern
//= RegExp exec this: TypeError: Method RegExp.prototype.exec called on incompatible receiver #<Object>
//= RegExp test this: TypeError: Method RegExp.prototype.test called on incompatible receiver undefined
//= RegExp source: TypeError: RegExp.prototype.source getter called on non-RegExp object
//= decodeURIComponent: URIError: URI malformed
//= encodeURIComponent: URIError: URI malformed
//= stack overflow: RangeError: Maximum call stack size exceeded
//= stack overflow 2: RangeError: Maximum call stack size exceeded
//= Promise resolver: TypeError: Promise resolver undefined is not a function
//= Promise resolver 2: TypeError: Promise resolver 5 is not a function
//= Promise then: TypeError: Method Promise.prototype.then called on incompatible receiver #<Object>
//= Promise resolve: TypeError: PromiseResolve called on non-object
//= Promise finally: TypeError: Promise.prototype.finally called on non-object
//= Promise all: TypeError: Promise.all called on non-object
//= queueMicrotask: TypeError: The "callback" argument must be of type function. Received type number (5) ERR_INVALID_ARG_TYPE
//= queueMicrotask nothing: TypeError: The "callback" argument must be of type function. Received undefined ERR_INVALID_ARG_TYPE
//= setTimeout: TypeError: The "callback" argument must be of type function. Received type string ('x') ERR_INVALID_ARG_TYPE
//= setTimeout nothing: TypeError: The "callback" argument must be of type function. Received undefined ERR_INVALID_ARG_TYPE
//= setInterval: TypeError: The "callback" argument must be of type function. Received an instance of Object ERR_INVALID_ARG_TYPE
//= setImmediate: TypeError: The "callback" argument must be of type function. Received null ERR_INVALID_ARG_TYPE
//= structuredClone nothing: TypeError: The value argument must be specified ERR_MISSING_ARGS
//= structuredClone symbol: DataCloneError: Symbol(s) could not be cloned. 25
//= AbortSignal: TypeError: Illegal constructor ERR_ILLEGAL_CONSTRUCTOR
//= AbortSignal throw: AbortError: This operation was aborted 20
//= EventTarget: TypeError: The "event" argument must be an instance of Event. Received an instance of Object ERR_INVALID_ARG_TYPE
//= Event: TypeError: The "type" argument must be specified ERR_MISSING_ARGS
