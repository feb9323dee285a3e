const stage = (name, workers, f) =>
  async function* (source) {
    const it = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]();
    const out = [];
    let wake,
      left = workers;
    const notify = () => {
      wake?.();
      wake = undefined;
    };
    for (let w = 0; w < workers; w++)
      (async () => {
        for (;;) {
          const { value, done } = await it.next();
          if (done) break;
          out.push(await f(value));
          notify();
        }
        left--;
        notify();
      })();
    while (left || out.length) {
      while (out.length) yield out.shift();
      if (left) await new Promise((r) => (wake = r));
    }
  };
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const double = stage("double", 2, async (x) => {
    await sleep(10 * (3 - (x % 3)));
    return x * 2;
  }),
  label = stage("label", 1, async (x) => `#${x}`);
const seen = [];
for await (const v of label(double([1, 2, 3, 4, 5]))) seen.push(v);
console.log(seen.sort().join(" "), seen.length);
//= #10 #2 #4 #6 #8 5
