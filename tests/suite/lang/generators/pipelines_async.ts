const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
async function* numbers(n, log) {
  try {
    for (let i = 1; i <= n; i++) {
      await sleep(1);
      log.push("produce " + i);
      yield i;
    }
  } finally {
    log.push("closed");
  }
}
async function* map(src, f) {
  for await (const x of src) yield f(x);
}
async function* filter(src, p) {
  for await (const x of src) if (await p(x)) yield x;
}
async function* take(src, n) {
  if (n <= 0) return;
  let i = 0;
  for await (const x of src) {
    yield x;
    if (++i >= n) return;
  }
}
async function* batch(src, n) {
  let b = [];
  for await (const x of src) {
    b.push(x);
    if (b.length === n) {
      yield b;
      b = [];
    }
  }
  if (b.length) yield b;
}
const collect = async (src) => {
  const out = [];
  for await (const x of src) out.push(x);
  return out;
};
const log = [];
console.log(
  await collect(
    take(
      map(
        filter(numbers(100, log), async (x) => x % 2),
        (x) => x * 10,
      ),
      3,
    ),
  ),
  log.length,
  log.at(-1),
);
console.log(await collect(batch(numbers(5, []), 2)));
async function* merge(...srcs) {
  const its = srcs.map((s, i) => ({ it: s[Symbol.asyncIterator](), i }));
  const next = (x) => x.it.next().then((r) => ({ ...x, r }));
  const pending = new Map(its.map((x) => [x.i, next(x)]));
  while (pending.size) {
    const { it, i, r } = await Promise.race(pending.values());
    if (r.done) pending.delete(i);
    else {
      pending.set(i, next({ it, i }));
      yield r.value;
    }
  }
}
async function* timed(name, ms, n) {
  for (let i = 0; i < n; i++) {
    await sleep(ms);
    yield name + i;
  }
}
console.log(await collect(merge(timed("slow", 50, 2), timed("fast", 20, 3))));
const errs = [];
async function* failing() {
  yield 1;
  throw new Error("source failed");
}
try {
  await collect(map(failing(), (x) => (errs.push(x), x)));
} catch (e) {
  console.log(e.message, errs);
}
try {
  await collect(
    map(numbers(3, log), () => {
      throw new Error("stage failed");
    }),
  );
} catch (e) {
  console.log(e.message, log.at(-1));
}
const it = numbers(3, log);
await it.next();
console.log(await it.return("stop"), log.at(-1), await it.next());
const tee = (src) => {
  const it = src[Symbol.asyncIterator](),
    bufs = [[], []];
  const mk = (i) =>
    (async function* () {
      for (;;) {
        if (!bufs[i].length) {
          const r = await it.next();
          bufs.forEach((b) => b.push(r));
        }
        const r = bufs[i].shift();
        if (r.done) return;
        yield r.value;
      }
    })();
  return [mk(0), mk(1)];
};
const [l, r] = tee(numbers(3, []));
console.log(await collect(l), await collect(r));
//= [ 10, 30, 50 ] 6 closed
//= [ [ 1, 2 ], [ 3, 4 ], [ 5 ] ]
//= [ 'fast0', 'fast1', 'slow0', 'fast2', 'slow1' ]
//= source failed [ 1 ]
//= stage failed closed
//= { value: 'stop', done: true } closed { value: undefined, done: true }
//= [ 1, 2, 3 ] [ 1, 2, 3 ]
