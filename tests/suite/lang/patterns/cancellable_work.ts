const sleep = (ms, signal) =>
  new Promise((res, rej) => {
    if (signal?.aborted) return rej(signal.reason);
    const t = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      res();
    }, ms);
    const stop = () => {
      clearTimeout(t);
      rej(signal.reason);
    };
    signal?.addEventListener("abort", stop, { once: true });
  });
async function crawl(urls, { signal, onPage }) {
  const seen = [];
  for (const u of urls) {
    signal.throwIfAborted();
    await sleep(10, signal);
    seen.push(u);
    onPage?.(u, seen.length);
  }
  return seen;
}
const c = new AbortController();
const p = crawl(["a", "b", "c"], {
  signal: c.signal,
  onPage: (u, n) => {
    console.log("page", u);
    if (n === 2) c.abort(new Error("enough"));
  },
});
await p.catch((e) => console.log(e.message, e === c.signal.reason));
const withTimeout = async (f, ms) => {
  const c = new AbortController();
  const t = setTimeout(() => c.abort(new DOMException("too slow", "TimeoutError")), ms);
  try {
    return await f(c.signal);
  } finally {
    clearTimeout(t);
  }
};
console.log(await withTimeout((s) => sleep(5, s).then(() => "in time"), 50));
await withTimeout((s) => sleep(500, s), 10).catch((e) => console.log(e.name, e.message));
const group = new AbortController();
const results = await Promise.allSettled([
  sleep(5, group.signal).then(() => "first"),
  sleep(50, group.signal),
  (async () => {
    await sleep(15);
    group.abort("siblings");
    return "aborter";
  })(),
]);
console.log(results.map((r) => r.value ?? r.reason));
//= page a
//= page b
//= enough true
//= in time
//= TimeoutError too slow
//= [ 'first', 'siblings', 'aborter' ]
