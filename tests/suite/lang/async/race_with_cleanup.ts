const log = [];
const job = (name, ms, signal) =>
  new Promise((res, rej) => {
    const t = setTimeout(() => {
      log.push(name + " done");
      res(name);
    }, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(t);
      log.push(name + " stopped");
      rej(signal.reason);
    });
  });
const fastest = async (...jobs) => {
  const c = new AbortController();
  try {
    return await Promise.any(jobs.map((j) => j(c.signal)));
  } finally {
    c.abort(new Error("lost"));
  }
};
console.log(
  await fastest(
    (s) => job("slow", 60, s),
    (s) => job("fast", 10, s),
    (s) => job("middle", 30, s),
  ),
);
await new Promise((r) => setTimeout(r, 80));
console.log(log);
//= fast
//= [ 'fast done', 'slow stopped', 'fast stopped', 'middle stopped' ]
