// Every outcome is kept, the good ones and the bad ones.
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
interface Outcome<T> {
  status: "fulfilled" | "rejected";
  value?: T;
  reason?: Error;
}
async function loadAllOutcomes(addresses: string[]): Promise<Outcome<Response>[]> {
  const results = await Promise.allSettled(addresses.map((url) => fetch(url)));
  const broken = results.filter((r) => r.status === "rejected");
  if (broken.length > 0) {
    console.warn(`${broken.length}/${addresses.length} requests failed`);
  }
  return results;
}

const settled = await loadAllOutcomes(["https://a/1", "https://bad/2", "https://c/3", "https://bad/4"]);
for (const each of settled) console.log(each.status, each.value?.status, each.reason?.message);
console.log(settled.length, most);
//= fulfilled 200 undefined
//= rejected undefined no route to https://bad/2
//= fulfilled 200 undefined
//= rejected undefined no route to https://bad/4
//= 4 4
