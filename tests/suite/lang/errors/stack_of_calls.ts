//- javascript
// What stands in the stack of an error: classes of receivers, `new`, built-in functions that called or failed.
const names = (e) => e.stack.split("\n").filter((l) => l.startsWith("    at ") && !l.includes("node:internal")).map((l) => {
  let t = l.slice(7);
  t = t.replace(/ \((file:.*|line \d+)\)$/, "").replace(/file:\/\/\S+/, "<anonymous>").replace(/^(async )?main$/, "$1<anonymous>");
  return t;
}).join(" < ");
const show = (label, e) => console.log(label + ": " + names(e));
const fail = () => { throw new Error("x"); };
async function deep() { await null; fail(); }
async function run(label, f) { try { await f(); } catch (e) { show(label, e.errors ? e.errors[0] : e); } }
class Foo {
  constructor(x) { if (x) fail(); }
  method() { fail(); }
  static make() { fail(); }
  async slow() { await null; fail(); }
  get prop() { return fail(); }
  set prop(v) { fail(); }
  #secret() { fail(); }
  open() { this.#secret(); }
  field = () => { fail(); };
  static async later() { await null; fail(); }
  *gen() { yield 1; fail(); }
  async *agen() { yield 1; await null; fail(); }
  [Symbol.iterator]() { fail(); }
  [Symbol.toPrimitive]() { fail(); }
}
class Bar extends Foo { constructor(x) { super(x); } method() { super.method(); } async slow() { await super.slow(); } }
const object = { method() { fail(); }, async slow() { await deep(); }, f: function () { fail(); }, g: function named() { fail(); }, arrow: () => fail(), inner: { m() { fail(); } } };
await run("plain", () => fail());
await run("method", () => new Foo().method());
await run("static", () => Foo.make());
await run("ctor", () => new Foo(1));
await run("derived ctor", () => new Bar(1));
await run("super", () => new Bar().method());
await run("getter", () => new Foo().prop);
await run("setter", () => { new Foo().prop = 1; });
await run("private", () => new Foo().open());
await run("object method", () => object.method());
await run("object f", () => object.f());
await run("object inner", () => object.inner.m());
await run("gen", () => { for (const x of new Foo().gen()); });
await run("gen next", () => { const g = new Foo().gen(); g.next(); g.next(); });
await run("iterator", () => [...new Foo()]);
await run("toPrimitive", () => `${new Foo()}`);
await run("map", () => [1].map(() => fail()));
await run("map named", () => [1].map(function cb() { fail(); }));
await run("forEach", () => [1].forEach(fail));
await run("sort", () => [1, 2].sort(() => fail()));
await run("reduce", () => [1, 2].reduce(() => fail()));
await run("Map forEach", () => new Map([[1, 2]]).forEach(() => fail()));
await run("Array.from", () => Array.from([1], () => fail()));
await run("replace", () => "a".replace("a", () => fail()));
await run("replace regexp", () => "a".replace(/a/, () => fail()));
await run("new Promise", () => new Promise(() => fail()));
await run("JSON", () => JSON.stringify({ toJSON() { fail(); } }));
await run("apply", () => function me() { fail(); }.apply({}));
await run("bind", () => object.method.bind(object)());
await run("Reflect", () => Reflect.apply(fail, null, []));
await run("Reflect.construct", () => Reflect.construct(Foo, [1]));
await run("null", () => null.x);
await run("native throws", () => { JSON.parse("{"); });
await run("native throws 2", () => { [].reduce((a) => a); });
await run("native throws 3", () => { "x".repeat(-1); });
await run("native throws 4", () => { new Array(-1); });
await run("anonymous class", () => new (class { m() { fail(); } })().m());
await run("anonymous ctor", () => new (class { constructor() { fail(); } })());
await run("function ctor", () => { function Old() { fail(); } new Old(); });
await run("tag", () => { const o = { [Symbol.toStringTag]: "Tag", m() { fail(); } }; o.m(); });
await run("computed", () => { const o = { ["a b"]() { fail(); } }; o["a b"](); });
await run("symbol", () => { const s = Symbol("sym"); const o = { [s]() { fail(); } }; o[s](); });
await run("static block", () => { class A { static { fail(); } } });
await run("field init", () => { class A { x = fail(); } new A(); });
await run("field init derived", () => { class A {} class B extends A { x = fail(); } new B(); });
await run("default param", () => { (function f(a = fail()) {})(); });
await run("tagged", () => fail`x`);
//= plain: fail < <anonymous> < run < <anonymous>
//= method: fail < Foo.method < <anonymous> < run < <anonymous>
//= static: fail < Foo.make < <anonymous> < run < <anonymous>
//= ctor: fail < new Foo < <anonymous> < run < <anonymous>
//= derived ctor: fail < new Foo < new Bar < <anonymous> < run < <anonymous>
//= super: fail < Bar.method < Bar.method < <anonymous> < run < <anonymous>
//= getter: fail < get prop [as prop] < <anonymous> < run < <anonymous>
//= setter: fail < set prop [as prop] < <anonymous> < run < <anonymous>
//= private: fail < #secret < Foo.open < <anonymous> < run < <anonymous>
//= object method: fail < Object.method < <anonymous> < run < <anonymous>
//= object f: fail < Object.f < <anonymous> < run < <anonymous>
//= object inner: fail < Object.m < <anonymous> < run < <anonymous>
//= gen: fail < Foo.gen < gen.next (<anonymous>) < <anonymous> < run < <anonymous>
//= gen next: fail < Foo.gen < gen.next (<anonymous>) < <anonymous> < run < <anonymous>
//= iterator: fail < [Symbol.iterator] < <anonymous> < run < <anonymous>
//= toPrimitive: fail < [Symbol.toPrimitive] < <anonymous> < run < <anonymous>
//= map: fail < <anonymous> < Array.map (<anonymous>) < <anonymous> < run < <anonymous>
//= map named: fail < cb < Array.map (<anonymous>) < <anonymous> < run < <anonymous>
//= forEach: fail < Array.forEach (<anonymous>) < <anonymous> < run < <anonymous>
//= sort: fail < <anonymous> < Array.sort (<anonymous>) < <anonymous> < run < <anonymous>
//= reduce: fail < <anonymous> < Array.reduce (<anonymous>) < <anonymous> < run < <anonymous>
//= Map forEach: fail < <anonymous> < Map.forEach (<anonymous>) < <anonymous> < run < <anonymous>
//= Array.from: fail < <anonymous> < Function.from (<anonymous>) < <anonymous> < run < <anonymous>
//= replace: fail < <anonymous> < String.replace (<anonymous>) < <anonymous> < run < <anonymous>
//= replace regexp: fail < <anonymous> < String.replace (<anonymous>) < <anonymous> < run < <anonymous>
//= new Promise: fail < <anonymous> < new Promise (<anonymous>) < <anonymous> < run < <anonymous>
//= JSON: fail < Object.toJSON < JSON.stringify (<anonymous>) < <anonymous> < run < <anonymous>
//= apply: fail < Object.me < <anonymous> < run < <anonymous>
//= bind: fail < Object.method < <anonymous> < run < <anonymous>
//= Reflect: fail < <anonymous> < run < <anonymous>
//= Reflect.construct: fail < new Foo < <anonymous> < run < <anonymous>
//= null: <anonymous> < run < <anonymous>
//= native throws: JSON.parse (<anonymous>) < <anonymous> < run < <anonymous>
//= native throws 2: Array.reduce (<anonymous>) < <anonymous> < run < <anonymous>
//= native throws 3: String.repeat (<anonymous>) < <anonymous> < run < <anonymous>
//= native throws 4: <anonymous> < run < <anonymous>
//= anonymous class: fail < Object.m < <anonymous> < run < <anonymous>
//= anonymous ctor: fail < new <anonymous> < <anonymous> < run < <anonymous>
//= function ctor: fail < new Old < <anonymous> < run < <anonymous>
//= tag: fail < Tag.m < <anonymous> < run < <anonymous>
//= computed: fail < a b < <anonymous> < run < <anonymous>
//= symbol: fail < [sym] < <anonymous> < run < <anonymous>
//= static block: fail < <static_initializer> < <anonymous> < run < <anonymous>
//= field init: fail < <instance_members_initializer> < new A < <anonymous> < run < <anonymous>
//= field init derived: fail < <instance_members_initializer> < new B < <anonymous> < run < <anonymous>
//= default param: fail < f < <anonymous> < run < <anonymous>
//= tagged: fail < <anonymous> < run < <anonymous>
