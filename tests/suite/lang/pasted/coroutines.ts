class Scheduler {
  #q = [];
  #time = 0;
  #timers = [];
  spawn(name, gen) {
    this.#q.push({ name, gen, send: undefined });
    return this;
  }
  run() {
    while (this.#q.length || this.#timers.length) {
      if (!this.#q.length) {
        this.#timers.sort((a, b) => a.at - b.at);
        const t = this.#timers.shift();
        this.#time = t.at;
        this.#q.push(t.task);
      }
      const task = this.#q.shift();
      let r;
      try {
        r = task.gen.next(task.send);
      } catch (e) {
        console.log(`${this.#time} ${task.name} died: ${e.message}`);
        continue;
      }
      task.send = undefined;
      if (r.done) {
        console.log(`${this.#time} ${task.name} -> ${r.value}`);
        continue;
      }
      const { sleep, fork, now } = r.value ?? {};
      if (sleep !== undefined) this.#timers.push({ at: this.#time + sleep, task });
      else {
        if (fork) this.spawn(...fork);
        if (now) task.send = this.#time;
        this.#q.push(task);
      }
    }
  }
}
function* ticker(n, ms) {
  for (let i = 0; i < n; i++) {
    const t = yield { now: true };
    console.log(`tick ${i} at ${t}`);
    yield { sleep: ms };
  }
  return "done";
}
function* parent() {
  yield { fork: ["child", ticker(2, 3)] };
  yield;
  try {
    yield { sleep: 4 };
    throw new RangeError("oops");
  } finally {
    console.log("parent cleanup");
  }
}
new Scheduler().spawn("p", parent()).spawn("t", ticker(3, 2)).run();
const co =
  (gen) =>
  (...args) =>
    new Promise((res, rej) => {
      const it = gen(...args);
      const step = (m, v) => {
        let r;
        try {
          r = it[m](v);
        } catch (e) {
          return rej(e);
        }
        if (r.done) return res(r.value);
        Promise.resolve(r.value).then(
          (v) => step("next", v),
          (e) => step("throw", e),
        );
      };
      step("next");
    });
console.log(
  await co(function* (a) {
    const b = yield Promise.resolve(a + 1);
    let c;
    try {
      yield Promise.reject(new Error("x"));
    } catch (e) {
      c = e.message;
    }
    const all = yield Promise.all([1, yield 2]);
    return { a, b, c, all };
  })(1),
);
function* tree(n, d = 0) {
  if (d > 2) return;
  yield "  ".repeat(d) + n;
  for (const c of "ab") yield* tree(n + c, d + 1);
}
console.log([...tree("r")].join("\n"));
const take = (n, it) => {
  const r = [];
  for (const x of it) {
    if (r.length === n) break;
    r.push(x);
  }
  return r;
};
function* primes() {
  const comp = new Map();
  for (let q = 2; ; q++) {
    const p = comp.get(q);
    if (!p) {
      yield q;
      comp.set(q * q, [q]);
    } else {
      for (const x of p) {
        const k = q + x;
        comp.has(k) ? comp.get(k).push(x) : comp.set(k, [x]);
      }
      comp.delete(q);
    }
  }
}
console.log(take(15, primes()));
function* perms(a, n = a.length) {
  if (n <= 1) yield a.slice();
  else
    for (let i = 0; i < n; i++) {
      yield* perms(a, n - 1);
      const j = n % 2 ? 0 : i;
      [a[n - 1], a[j]] = [a[j], a[n - 1]];
    }
}
console.log([...perms([1, 2, 3])].map((p) => p.join("")).join(" "));
const g = (function* () {
  try {
    yield 1;
    yield 2;
  } catch (e) {
    yield `caught ${e}`;
  } finally {
    yield "fin";
  }
})();
console.log(g.next(), g.throw("err"), g.next(), g.next(), g.next());
function* fibgen() {
  let [a, b] = [0, 1];
  for (;;) {
    const reset = yield a;
    [a, b] = reset ? [0, 1] : [b, a + b];
  }
}
const f = fibgen();
console.log(
  f.next().value,
  f.next().value,
  f.next().value,
  f.next().value,
  f.next(true).value,
  f.next().value,
  f[Symbol.iterator]() === f,
  f.return(7),
  f.next(),
);
async function* merge(...its) {
  const pending = new Map(
    its.map((it, i) => {
      const a = it[Symbol.asyncIterator]();
      return [i, { a, p: a.next().then((r) => ({ i, r })) }];
    }),
  );
  while (pending.size) {
    const { i, r } = await Promise.race([...pending.values()].map((x) => x.p));
    if (r.done) pending.delete(i);
    else {
      const s = pending.get(i);
      s.p = s.a.next().then((r) => ({ i, r }));
      yield r.value;
    }
  }
}
async function* every(ms, n, tag) {
  for (let i = 0; i < n; i++) {
    await new Promise((r) => setTimeout(r, ms));
    yield `${tag}${i}`;
  }
}
const got = [];
for await (const x of merge(every(60, 3, "a"), every(150, 2, "b"))) got.push(x);
console.log(got.join());
async function* map(it, f) {
  for await (const x of it) yield f(x);
}
async function* batch(it, n) {
  let b = [];
  for await (const x of it) {
    b.push(x);
    if (b.length === n) {
      yield b;
      b = [];
    }
  }
  if (b.length) yield b;
}
for await (const b of batch(
  map(every(1, 5, "x"), (s) => s.toUpperCase()),
  2,
))
  console.log(b);
//= tick 0 at 0
//= tick 0 at 0
//= tick 1 at 2
//= tick 1 at 3
//= parent cleanup
//= 4 p died: oops
//= tick 2 at 4
//= 6 child -> done
//= 6 t -> done
//= { a: 1, b: 2, c: 'x', all: [ 1, 2 ] }
//= r
//=   ra
//=     raa
//=     rab
//=   rb
//=     rba
//=     rbb
//= [
//=    2,  3,  5,  7, 11, 13,
//=   17, 19, 23, 29, 31, 37,
//=   41, 43, 47
//= ]
//= 123 213 312 132 231 321
//= { value: 1, done: false } { value: 'caught err', done: false } { value: 'fin', done: false } { value: undefined, done: true } { value: undefined, done: true }
//= 0 1 1 2 0 1 true { value: 7, done: true } { value: undefined, done: true }
//= a0,a1,b0,a2,b1
//= [ 'X0', 'X1' ]
//= [ 'X2', 'X3' ]
//= [ 'X4' ]
