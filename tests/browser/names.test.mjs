// The chunk that knows names, without a page: what it offers, tells and marks at a place of a program. `|` is the cursor.
// The declarations are those of the build, so what the engine has decides what is offered.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const DIST = resolve(process.env.LANES_DIST ?? join(import.meta.dirname, "../../dist"));
const { parser } = createRequire(new URL("../../web/package.json", import.meta.url))("@lezer/javascript");
const language = parser.configure({ dialect: "ts" });
const [, chunk] = /name="lanes-assist" content="([^"]+)"/.exec(await readFile(join(DIST, "index.html"), "utf8"));
const { createAssist } = await import(pathToFileURL(join(DIST, chunk)).href);
const assist = createAssist((text) => language.parse(text));

function ask(question, program, ...more) {
  const at = program.indexOf("|");
  const text = program.slice(0, at) + program.slice(at + 1);
  return assist[question](text, language.parse(text), at, ...more);
}
const offered = (program) => ask("complete", program, true)?.options.map(({ label }) => label) ?? [];
const told = (program) => ask("describe", program)?.code ?? null;
function marked(program) {
  const calling = ask("calling", program);
  if (!calling) return null;
  const { before, params, after } = calling.signatures[calling.index];
  return before + params.map(({ text }, index) => (index === calling.argument ? `[${text}]` : text)).join(", ") + after;
}

/** Each program offers all of the names, and none of those with `!`. */
function offers(table) {
  for (const [program, names] of table) {
    const labels = offered(program);
    for (const name of names.split(" ")) {
      const isWanted = !name.startsWith("!");
      const label = isWanted ? name : name.slice(1);
      assert.equal(labels.includes(label), isWanted, `${label} in ${JSON.stringify(program)}: ${labels.slice(0, 20)}`);
    }
  }
}
function equal(answer, table) {
  for (const [program, expected] of table) assert.equal(answer(program), expected, program);
}

test("members of the globals, however the value came about", () => offers([
  ["const sem = new Semaphore(2); sem.|", "acquire tryAcquire tryAcquireFor release withPermit available waiting !lock"],
  ["const sem = new Semaphore(2);\nsem.|\nawait later();", "acquire release"],
  ["new Mutex().|", "lock tryLock unlock withLock locked"],
  ["const jobs = new Channel(3); (await jobs.rec|)", "receive tryReceive close"],
  ["const t = spawn('a', async () => 1); t.|", "name done cancel then catch !abort"],
  ["const one = await spawn(() => ({ id: 7 })); one.|", "id !then"],
  ["const hits = new AtomicInt(); function f() { hits.| }", "increment compareAndSet"],
  ["function f(lock: Mutex) { lock.| }", "lock unlock"],
  ["console.|", "log warn error"],
  ["performance.|", "now"],
  ["new AbortController().signal.|", "aborted throwIfAborted addEventListener !abort"],
  ["AbortSignal.|", "timeout any !aborted"],
]));

test("members of what the language has", () => offers([
  ["[1, 2].|", "map filter push length !acquire"],
  ["const words = ['a']; for (const word of words) word.|", "toUpperCase length !toFixed"],
  ["[1, 2].map((n) => n.|)", "toFixed !toUpperCase"],
  ["const lengths = ['a'].map((w) => w.length); lengths[0].|", "toFixed"],
  ["const m = new Map<string, { age: number }>(); m.get('x')?.|", "age"],
  ["Math.|", "max floor PI"],
  ["Promise.|", "all race resolve"],
  ["const [n, s] = await Promise.all([Promise.resolve(1), Promise.resolve('s')]); s.|", "trim !toFixed"],
  ["`text`.|", "split"],
  ["try { f() } catch (error) { error.| }", "message name"],
]));

test("members of the program's own", () => offers([
  ["class Pool { #free = 3; size = 1; constructor(private name: string) { this.made = 0 } take() { this.| } }", "#free size name made take !constructor"],
  ["class Pool { #free = 3; take() {} static of() {} } new Pool().|", "take !#free !of"],
  ["class Pool { static of() {} take() {} } Pool.|", "of !take"],
  ["class Box<T> { constructor(private items: T[]) {} get all() { return this.items } } new Box(['a']).all[0].|", "trim"],
  ["class Base { close() {} } class File extends Base { read() {} } const f = new File(); f.|", "close read"],
  ["class Late extends Error { after = 1 } new Late('x').|", "after message"],
  ["const o = { a: 1, deep: { er: [1] }, f() { return 1 } }; o.|", "a deep f"],
  ["const o = { deep: { er: [1] } }; o.deep.er.|", "push"],
  ["interface Job { id: number; run(): Promise<void> }\nconst queue: Job[] = [];\nconst job = queue.shift(); job.|", "id run"],
  ["type Job = { id: number }; function f({ id, ...rest }: Job, jobs: Job[]) { jobs[0].| }", "id"],
  ["function f({ a, b: list }: { a: string; b: number[] }) { list.| }", "push"],
  ["async function load(n: number) { return { id: n } }\nconst all = await Promise.all([1, 2].map((n) => load(n))); all[0].|", "id"],
  ["const f = () => ({ x: 1 }); f().|", "x"],
  ["enum Mode { Fair, Fast } Mode.|", "Fair Fast"],
  ["function f(job) { job.name; job.| }", "name"],
]));

test("names in scope, words of the language, and nothing where a name is made up", () => {
  offers([
    ["const limit = 3; function f(a) { let b; | }", "limit a b f spawn Semaphore await return"],
    ["function f(inner) {}\n|", "f !inner"],
    ["for (const item of list) { | }", "item"],
    ["spa|", "spawn"],
    ["class Semaphore {} new |", "Semaphore Map Channel !spawn !await"],
    ["let x: Sem|", "Semaphore string Promise !spawn"],
    ["interface Job {} const jobs: Array<J|>", "Job"],
    ["new Semaphore(1, { | })", "fair max !spawn"],
    ["new Semaphore(1, { fair: true, | })", "max !fair"],
    ["spawn('a', f, { d| })", "daemon"],
    ["spawn('a', () => 1, { d|", "daemon"],
    ["new Semaphore(1, { fair: true, m|\nconst x = 1;", "max !fair"],
  ]);
  for (const program of ["const se|", "function na|", "// sem.|", "'sem.|'", "`sem.|`", "12|", "/* a| */", "class A { me| }"]) {
    assert.deepEqual(offered(program), [], program);
  }
  assert.equal(ask("complete", "f(a, |", false), null, "not before a letter was typed");
});

test("what is told of a name", () => {
  equal(told, [
    ["const sem = new Semap|hore(2);", "class Semaphore"],
    ["const se|m = new Semaphore(2);", "const sem: Semaphore"],
    ["const sem = new Semaphore(2); sem.acq|uire()", "Semaphore.acquire(options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<void>"],
    ["spa|wn('x', f)", "function spawn<T>(name: string, fn: () => T | Promise<T>, options?: { daemon?: boolean; priority?: number }): Task<T> (+1 more)"],
    ["[1].ma|p((x) => x)", "Array.map<U>(callbackfn: (value: number, index: number, array: number[]) => U, thisArg?: any): U[]"],
    ["function add(a: number, b = 2) { return a + b } ad|d", "function add(a: number, b?: number): number"],
    ["async function load() { return 'x' } lo|ad()", "function load(): Promise<string>"],
    ["let x: Prom|ise<number>", "interface Promise<T>"],
    ["new Semaphore(1, { fa|ir: true })", "fair?: boolean"],
    ["const q = { a: 1, b: 'x' }; q|", "const q: { a: number; b: string }"],
    ["[1].forEach((it|em) => {})", "(parameter) item: number"],
    ["class P { m|(a: number) { return this } }", "P.m(a: number): P"],
    ["// a com|ment", null],
  ]);
  assert.equal(ask("describe", "// adds two\nfunction ad|d() {}").comment.text, "adds two");
  const { comment } = ask("describe", "const s = new Semaphore(1); s.tryAcquireF|or(5)");
  assert.match(comment.text, /gives up after a while/);
  assert.match(comment.params[0].text, /milliseconds of virtual time/);
});

test("the parameter whose turn it is", () => equal(marked, [
  ["spawn(|", "spawn([fn: () => T | Promise<T>]): Task<T>"],
  ["spawn('x', |", "spawn(name: string, [fn: () => T | Promise<T>], options?: { daemon?: boolean; priority?: number }): Task<T>"],
  ["new Semaphore(1, |)", "new Semaphore(permits: number, [options?: { fair?: boolean; max?: number }]): Semaphore"],
  ["const s = new Semaphore(1);\nawait s.tryAcquireFor(|\nconsole.log(1)", "tryAcquireFor([ms: number], options?: { signal?: AbortSignal; timeoutMs?: number }): Promise<boolean>"],
  ["function f(a: number, b?: string) {} f(1, |", "f(a: number, [b?: string]): void"],
  ["class A { constructor(readonly x: number) {} } new A(|)", "new A([x: number]): A"],
  ["new Promise((resolve, reject) => { resolve(|) })", "resolve([value: T | PromiseLike<T>]): void"],
  ["setTimeout(() => {|}, 10)", null],
  ["f(1)|", null],
  ["unknown(|)", null],
]));

test("what it never read before does not stop it", () => {
  for (const program of ["class {|", "a?.b?.[|", "((((|", "new new |", "x => x => |", "type A = A; let a: A; a.|", "class A extends A { m() { this.| } }",
    "const a = b, b = a; a.|", "interface I extends I {} let i: I; i.|", "type T<X> = T<X[]>; let t: T<1>; t.|", "function f() { return f() } f().|", "for (const x of x) x.|"]) {
    const at = program.indexOf("|");
    const text = program.replace("|", "");
    const tree = language.parse(text);
    assist.complete(text, tree, at, true);
    assist.calling(text, tree, at);
    for (let place = 0; place <= text.length; place++) assist.describe(text, tree, place);
  }
});
