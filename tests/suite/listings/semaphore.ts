// A counting semaphore of promises: permits are handed to whoever waits longest.
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
class Permits {
  private free: number;
  private readonly line: Array<() => void> = [];
  constructor(count: number) {
    if (count < 1) {
      throw new RangeError("Semaphore requires at least 1 permit");
    }
    this.free = count;
  }
  async enter(): Promise<void> {
    if (this.free > 0) {
      this.free--;
      return;
    }
    return new Promise<void>((resolve) => {
      this.line.push(resolve);
    });
  }
  leave(): void {
    const next = this.line.shift();
    if (next) {
      queueMicrotask(next);
    } else {
      this.free++;
    }
  }
  get left(): number {
    return this.free;
  }
  get asking(): number {
    return this.line.length;
  }
  async holding<T>(fn: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await fn();
    } finally {
      this.leave();
    }
  }
}
const gate = new Permits(10);
async function loadOne(url: string): Promise<Response> {
  return gate.holding(() => fetch(url));
}
async function loadEach(addresses: string[]): Promise<Response[]> {
  return Promise.all(addresses.map((url) => loadOne(url)));
}

const answers = await loadEach(Array.from({ length: 35 }, (_, i) => `https://example.org/${i}`));
console.log(answers.length, "open at once:", most, "free again:", gate.left, gate.asking);
const one = new Permits(1);
const order: string[] = [];
const job = (name: string, ms: number) =>
  one.holding(async () => {
    order.push(`${name} in (${one.left} free, ${one.asking} asking)`);
    await sleep(ms);
    order.push(`${name} out`);
    return name;
  });
console.log(await Promise.all([job("a", 10), job("b", 5), job("c", 1)]), order);
await one
  .holding(async () => {
    throw new Error("inside");
  })
  .catch((error) => console.log(error.message, one.left));
try {
  new Permits(0);
} catch (error) {
  console.log(String(error));
}
const ticks: string[] = [];
await one.enter();
one.enter().then(() => ticks.push("handed over"));
Promise.resolve()
  .then(() => ticks.push("tick 1"))
  .then(() => ticks.push("tick 2"))
  .then(() => ticks.push("tick 3"))
  .then(() => ticks.push("tick 4"));
one.leave();
ticks.push("released");
await sleep(1);
console.log(ticks, one);
//= 35 open at once: 10 free again: 10 0
//= [ 'a', 'b', 'c' ] [
//=   'a in (0 free, 2 asking)',
//=   'a out',
//=   'b in (0 free, 1 asking)',
//=   'b out',
//=   'c in (0 free, 0 asking)',
//=   'c out'
//= ]
//= inside 1
//= RangeError: Semaphore requires at least 1 permit
//= [ 'released', 'tick 1', 'tick 2', 'tick 3', 'handed over', 'tick 4' ] Permits { free: 0, line: [] }
