// A race against the clock, and a race between replicas whose losers are cancelled.
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
function within<T>(loading: Promise<T>, ms: number, message = "Operation timed out"): Promise<T> {
  const deadline = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(message)), ms));
  return Promise.race([loading, deadline]);
}
async function quickest(addresses: string[], ms: number): Promise<Response> {
  const control = new AbortController();
  try {
    const result = await Promise.race(addresses.map((url) => fetch(url, { signal: control.signal })));
    return result;
  } finally {
    control.abort();
  }
}

console.log(await within(sleep(10, "in time"), 60));
await within(sleep(90), 20).catch((error) => console.log(error.name, error.message));
await within(sleep(90), 30, "too slow").catch((error) => console.log(error.message));
const first = await quickest(["https://slow/3", "https://fast/0", "https://middle/1"], 500);
console.log(await first.text(), "still open:", open);
const failed = await quickest(["https://bad/0", "https://slow/2"], 500).catch((error) => error.message);
console.log(failed, open);
//= in time
//= Error Operation timed out
//= too slow
//= cancelled https://slow/3
//= cancelled https://fast/0
//= cancelled https://middle/1
//= body of https://fast/0 still open: -1
//= cancelled https://bad/0
//= cancelled https://slow/2
//= no route to https://bad/0 -2
