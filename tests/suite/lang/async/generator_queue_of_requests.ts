// Requests to an async generator queue up and are answered in order.
const log = [];
async function* g() {
  try {
    const a = yield 1;
    log.push(["got", a]);
    yield Promise.resolve(2);
    yield 3;
  } finally {
    log.push("cleanup");
    await null;
    yield "from finally";
  }
}
const it = g();
const answers = await Promise.allSettled([it.next("x"), it.next("y"), it.return("r"), it.next(), it.throw(new Error("t")), it.next()]);
for (const a of answers) console.log(a.status, a.value ?? a.reason?.message);
console.log(log);
const fresh = g();
console.log(await fresh.return(Promise.resolve("early")), await fresh.next(), log.length);
const failed = g();
await failed.throw(new Error("before start")).catch((e) => console.log(e.message));
console.log(await failed.next());
async function* rej() {
  try {
    yield Promise.reject(new Error("yielded"));
  } catch (e) {
    yield "caught " + e.message;
  }
}
for await (const v of rej()) console.log(v);
console.log(await g.prototype.next.call({}).catch((e) => e.name));
//= fulfilled { value: 1, done: false }
//= fulfilled { value: 2, done: false }
//= fulfilled { value: 'from finally', done: false }
//= fulfilled { value: 'r', done: true }
//= rejected t
//= fulfilled { value: undefined, done: true }
//= [ [ 'got', 'y' ], 'cleanup' ]
//= { value: 'early', done: true } { value: undefined, done: true } 2
//= before start
//= { value: undefined, done: true }
//= caught yielded
//= TypeError
