// A limiter for functions that return promises: a closure instead of a class.
// A network that answers after a while, fails for some addresses and can be cancelled.
let open = 0;
let most = 0;
type Answer = { status: number; text(): Promise<string> };
function fetch(url: string, options: { signal?: AbortSignal } = {}): Promise<any> {
  open += 1;
  most = Math.max(most, open);
  return new Promise((resolve, reject) => {
    const ms = 20 * (Number(/\d+/.exec(url)?.[0] ?? 0) % 4) + 20;
    const timer = setTimeout(() => {
      open -= 1;
      if (url.includes("bad")) reject(new Error("no route to " + url));
      else resolve({ status: 200, text: async () => "body of " + url } as Answer);
    }, ms);
    options.signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        open -= 1;
        console.log("cancelled", url);
        reject(options.signal!.reason);
      },
      { once: true },
    );
  });
}
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
type Limiter = <T>(fn: () => Promise<T>) => Promise<T>;
function limited(width: number): Limiter {
  if (!Number.isInteger(width) || width < 1) {
    throw new TypeError("Expected concurrency to be a positive integer");
  }
  let busy = 0;
  const line: Array<() => void> = [];
  function startNext(): void {
    if (busy < width && line.length > 0) {
      const next = line.shift()!;
      busy++;
      next();
    }
  }
  return function run<T>(fn: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      line.push(() => {
        fn().then(
          (value) => {
            resolve(value);
            busy--;
            startNext();
          },
          (error) => {
            reject(error);
            busy--;
            startNext();
          },
        );
      });
      startNext();
    });
  };
}
const run = limited(5);
async function loadMany(addresses: string[]): Promise<string[]> {
  const promises = addresses.map((url) => run(() => fetch(url).then((r) => r.text())));
  return Promise.all(promises);
}

const texts = await loadMany(Array.from({ length: 12 }, (_, i) => `https://example.org/${i}`));
console.log(texts.length, texts[11], "open at once:", most);
const two = limited(2);
let running = 0;
const seen: number[] = [];
const results = await Promise.allSettled(
  [50, 20, 30, 10].map((ms, i) =>
    two(async () => {
      seen.push(++running);
      await sleep(ms);
      running--;
      if (i === 1) throw new RangeError("job " + i);
      return i;
    }),
  ),
);
console.log(
  seen,
  results.map((result) => (result.status === "fulfilled" ? result.value : String(result.reason))),
);
for (const bad of [0, 1.5, NaN])
  try {
    limited(bad);
  } catch (error) {
    console.log(String(error));
  }
const ticks: string[] = [];
two(async () => {
  ticks.push("started at once");
}).then(() => ticks.push("resolved"));
Promise.resolve()
  .then(() => ticks.push("tick 1"))
  .then(() => ticks.push("tick 2"))
  .then(() => ticks.push("tick 3"));
await sleep(1);
console.log(ticks);
//= 12 body of https://example.org/11 open at once: 5
//= [ 1, 2, 2, 2 ] [ 0, 'RangeError: job 1', 2, 3 ]
//= TypeError: Expected concurrency to be a positive integer
//= TypeError: Expected concurrency to be a positive integer
//= TypeError: Expected concurrency to be a positive integer
//= [ 'started at once', 'tick 1', 'resolved', 'tick 2', 'tick 3' ]
