// An async generator between a source and its reader.
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
async function* paced<T>(origin: AsyncIterable<T>, width: number): AsyncGenerator<T> {
  const gate = new Permits(width);
  const held: T[] = [];
  let done = false;
  let error: Error | null = null;
  const reader = (async () => {
    try {
      for await (const item of origin) {
        await gate.enter();
        held.push(item);
        gate.leave();
      }
    } catch (err) {
      error = err as Error;
    } finally {
      done = true;
    }
  })();
  while (!done || held.length > 0) {
    if (held.length > 0) {
      yield held.shift()!;
    } else {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  if (error) {
    throw error;
  }
  await reader;
}

async function* origin(n: number, failsAt = -1) {
  for (let i = 0; i < n; i++) {
    await sleep(5);
    if (i === failsAt) throw new Error("source broke at " + i);
    yield i;
  }
}
const seen: number[] = [];
for await (const item of paced(origin(5), 2)) seen.push(item);
console.log(seen);
try {
  for await (const item of paced(origin(5, 3), 2)) seen.push(item * 10);
} catch (error) {
  console.log(String(error));
}
console.log(seen);
for await (const item of paced(origin(9), 1)) {
  if (item === 2) break;
  console.log("item", item);
}
const it = paced(origin(2), 1);
console.log(await it.next(), await it.next(), await it.next(), await it.return(undefined));
//= [ 0, 1, 2, 3, 4 ]
//= Error: source broke at 3
//= [
//=   0, 1,  2,  3,
//=   4, 0, 10, 20
//= ]
//= item 0
//= item 1
//= { value: 0, done: false } { value: 1, done: false } { value: undefined, done: true } { value: undefined, done: true }
