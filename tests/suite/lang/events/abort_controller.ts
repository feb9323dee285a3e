const c = new AbortController();
const { signal } = c;
const log = [];
signal.onabort = (e) => log.push("onabort " + e.type);
signal.addEventListener("abort", function (e) {
  log.push(this === signal, e.target === signal, e instanceof Event);
});
signal.addEventListener(
  "abort",
  {
    handleEvent(e) {
      log.push("object " + e.type);
    },
  },
  { once: true },
);
console.log(signal.aborted, signal.reason, signal.throwIfAborted());
c.abort();
c.abort("second time");
console.log(
  log,
  signal.aborted,
  signal.reason.name,
  signal.reason.message,
  signal.reason instanceof DOMException,
  signal.reason instanceof Error,
  signal.reason.code,
);
try {
  signal.throwIfAborted();
} catch (e) {
  console.log(e.name);
}
const r = new AbortController();
r.abort(new Error("mine"));
console.log(r.signal.reason.message);
const u = new AbortController();
u.abort(undefined);
console.log(u.signal.reason.name);
console.log(
  AbortSignal.abort().aborted,
  AbortSignal.abort("why").reason,
  String(signal),
  Object.prototype.toString.call(c),
);
try {
  new AbortSignal();
} catch (e) {
  console.log(e.name, e.message);
}
const t = AbortSignal.timeout(15);
t.addEventListener("abort", () => console.log("timeout", t.reason.name, t.reason.message));
await new Promise((r) => setTimeout(r, 40));
console.log(t.aborted);
const sleep = (ms, { signal } = {}) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const t = setTimeout(resolve, ms, "slept");
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(t);
        reject(signal.reason);
      },
      { once: true },
    );
  });
const d = new AbortController();
setTimeout(() => d.abort(new Error("cancelled")), 10);
console.log(
  await Promise.allSettled([sleep(5, d), sleep(50, d), sleep(50, { signal: AbortSignal.abort("pre") })]).then((rs) =>
    rs.map((r) => r.value ?? r.reason.message ?? r.reason),
  ),
);
const any = AbortSignal.any([d.signal, new AbortController().signal]);
console.log(any.aborted, any.reason.message);
const e1 = new AbortController(),
  e2 = new AbortController(),
  both = AbortSignal.any([e1.signal, e2.signal]);
both.addEventListener("abort", () => console.log("any", both.reason));
e2.abort("from e2");
e1.abort("late");
console.log(both.reason);
//= false undefined undefined
//= [ 'onabort abort', true, true, true, 'object abort' ] true AbortError This operation was aborted true true 20
//= AbortError
//= mine
//= AbortError
//= true why [object AbortSignal] [object AbortController]
//= TypeError Illegal constructor
//= timeout TimeoutError The operation was aborted due to timeout
//= true
//= [ 'slept', 'cancelled', 'pre' ]
//= true cancelled
//= any from e2
//= from e2
