//- javascript
// Who awaits a function that failed: chains through reactions, combinators and async generators.
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
await run("slow", () => new Foo().slow());
await run("super slow", () => new Bar().slow());
await run("later", () => Foo.later());
await run("object slow", () => object.slow());
await run("agen", async () => { for await (const x of new Foo().agen()); });
await run("all", () => Promise.all([1, deep()]));
await run("all2", async () => { await Promise.all([1, 2, (async () => { await deep(); })()]); });
await run("allSettled", async () => { const r = await Promise.allSettled([deep()]); throw r[0].reason; });
await run("any", () => Promise.any([deep()]));
await run("race", () => Promise.race([deep()]));
await run("nested all", () => Promise.all([Promise.all([deep()])]));
await run("all then", () => Promise.all([deep().then((x) => x)]));
await run("all set", () => Promise.all(new Set([deep()])));
await run("all map", () => Promise.all([1, 2].map(async function worker(x) { await deep(); })));
await run("then", () => Promise.resolve().then(() => fail()));
await run("then named", () => Promise.resolve().then(function handler() { fail(); }));
await run("async handler", () => Promise.resolve().then(async function handler() { await deep(); }));
await run("catch", () => Promise.reject(1).catch(() => fail()));
await run("return promise", async () => deep());
await run("thenable", async () => await { then(resolve, reject) { fail(); } });
await run("for await all", async () => { for await (const x of [deep()]); });
await run("chain of awaits", async function outer() { const inner = async () => await deep(); await inner(); });
await run("mixed", () => Promise.all([Promise.any([Promise.allSettled([deep()]).then((r) => { throw r[0].reason; })]).catch((e) => { throw e.errors[0]; })]));
await run("race of all", async function racing() { await Promise.race([Promise.all([deep()])]); });
await run("await in a generator", async function consumer() {
  class Source {
    async *items() { yield 1; await deep(); }
  }
  for await (const x of new Source().items());
});
await run("generator of generators", async () => {
  async function* inner() { yield 1; await null; fail(); }
  async function* middle() { yield* inner(); }
  async function* outer() { for await (const x of middle()) yield x; }
  for await (const x of outer());
});
await run("a later request", async () => {
  async function* slow() { await null; yield 1; await deep(); }
  const source = slow();
  source.next();
  await source.next();
});
await run("sync values", async () => { for await (const x of (function* () { yield deep(); })()); });
await run("all in a generator", async () => {
  async function* each() { yield* await Promise.all([1, deep()]); }
  for await (const x of each());
});
//= slow: fail < Foo.slow < async run < async <anonymous>
//= super slow: fail < Bar.slow < async Bar.slow < async run < async <anonymous>
//= later: fail < Foo.later < async run < async <anonymous>
//= object slow: fail < deep < async Object.slow < async run < async <anonymous>
//= agen: fail < Foo.agen < async <anonymous> < async run < async <anonymous>
//= all: fail < deep < async Promise.all (index 1) < async run < async <anonymous>
//= all2: fail < deep < async <anonymous> < async Promise.all (index 2) < async <anonymous> < async run < async <anonymous>
//= allSettled: fail < deep < async Promise.allSettled (index 0) < async <anonymous> < async run < async <anonymous>
//= any: fail < deep < async Promise.any (index 0) < async run < async <anonymous>
//= race: fail < deep < async run < async <anonymous>
//= nested all: fail < deep < async Promise.all (index 0) < async Promise.all (index 0) < async run < async <anonymous>
//= all then: fail < deep < async Promise.all (index 0) < async run < async <anonymous>
//= all set: fail < deep < async Promise.all (index 0) < async run < async <anonymous>
//= all map: fail < deep < async worker < async Promise.all (index 0) < async run < async <anonymous>
//= then: fail < <anonymous> < async run < async <anonymous>
//= then named: fail < handler < async run < async <anonymous>
//= async handler: fail < deep < async handler
//= catch: fail < <anonymous> < async run < async <anonymous>
//= return promise: fail < deep
//= thenable: fail < Object.then
//= for await all: fail < deep < async <anonymous> < async run < async <anonymous>
//= chain of awaits: fail < deep < async inner < async outer < async run < async <anonymous>
//= mixed: fail < deep < async Promise.allSettled (index 0) < async Promise.any (index 0) < async Promise.all (index 0) < async run < async <anonymous>
//= race of all: fail < deep < async Promise.all (index 0) < async racing < async run < async <anonymous>
//= await in a generator: fail < deep < async Source.items < async consumer < async run < async <anonymous>
//= generator of generators: fail < inner < async middle < async outer < async <anonymous> < async run < async <anonymous>
//= a later request: fail < deep < async slow < async <anonymous> < async run < async <anonymous>
//= sync values: fail < deep < async <anonymous> < async run < async <anonymous>
//= all in a generator: fail < deep < async Promise.all (index 1) < async each < async <anonymous> < async run < async <anonymous>
