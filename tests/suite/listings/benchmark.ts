// A hundred thousand operations, plain and through two kinds of limits.
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
async function compareCosts(): Promise<void> {
  const rounds = 100_000;
  const t0 = performance.now();
  const plain = Array.from({ length: rounds }, () => Promise.resolve(1));
  await Promise.all(plain);
  const plainMs = performance.now() - t0;
  const run = limited(100);
  const t1 = performance.now();
  const throttled = Array.from({ length: rounds }, () => run(() => Promise.resolve(1)));
  await Promise.all(throttled);
  const limitedMs = performance.now() - t1;
  const permit = new Permits(100);
  const t2 = performance.now();
  const permitted = Array.from({ length: rounds }, () => permit.holding(() => Promise.resolve(1)));
  await Promise.all(permitted);
  const permittedMs = performance.now() - t2;
  console.log(`Raw Promise.all: ${plainMs.toFixed(1)}ms`);
  console.log(`p-run(100): ${limitedMs.toFixed(1)}ms`);
  console.log(`Permits(100): ${permittedMs.toFixed(1)}ms`);
}

const print = console.log;
console.log = (line: string) => print(line.replace(/\d+\.\d+ms$/, "some ms"));
await compareCosts();
//= Raw Promise.all: some ms
//= p-run(100): some ms
//= Permits(100): some ms
