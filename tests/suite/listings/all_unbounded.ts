// Everything at once: as many requests are open as there are addresses.
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
async function loadAll(addresses: string[]): Promise<Response[]> {
  return Promise.all(addresses.map((url) => fetch(url)));
}

const addresses = Array.from({ length: 40 }, (_, i) => `https://example.org/${i}`);
const answers = await loadAll(addresses);
console.log(
  answers.length,
  answers.every((answer) => answer.status === 200),
  "open at once:",
  most,
);
await loadAll(["https://example.org/3", "https://example.org/bad1"]).catch((error) => console.log(error.message, open));
//= 40 true open at once: 40
//= no route to https://example.org/bad1 1
