// More at once while it goes well, half as many after a failure.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
class Permits {
  private free: number;
  private readonly line: Array<() => void> = [];
  constructor(widest: number) {
    if (widest < 1) {
      throw new RangeError("Semaphore requires at least 1 permit");
    }
    this.free = widest;
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
class SelfTuning {
  private width: number;
  private readonly narrowest: number;
  private readonly widest: number;
  private readonly step: number;
  private readonly factor: number;
  private gate: Permits;
  constructor(
    options: {
      initial?: number;
      min?: number;
      max?: number;
      step?: number;
      factor?: number;
    } = {},
  ) {
    this.width = options.initial ?? 10;
    this.narrowest = options.min ?? 1;
    this.widest = options.max ?? 200;
    this.step = options.step ?? 1;
    this.factor = options.factor ?? 0.5;
    this.gate = new Permits(this.width);
  }
  async perform<T>(fn: () => Promise<T>): Promise<T> {
    return this.gate.holding(async () => {
      const start = performance.now();
      try {
        const result = await fn();
        const took = performance.now() - start;
        this.went(took);
        return result;
      } catch (err) {
        this.failed();
        throw err;
      }
    });
  }
  private went(tookMs: number): void {
    if (this.width < this.widest) {
      this.resize(Math.min(this.width + this.step, this.widest));
    }
  }
  private failed(): void {
    const level = Math.max(this.narrowest, Math.floor(this.width * this.factor));
    this.resize(level);
  }
  private resize(level: number): void {
    if (level !== this.width) {
      this.width = level;
      this.gate = new Permits(level);
    }
  }
}

const adaptive = new SelfTuning({ initial: 4, max: 6 });
const level = () => (adaptive as any).width;
const levels: number[] = [];
for (let i = 0; i < 3; i++) {
  await adaptive.perform(async () => i);
  levels.push(level());
}
for (let i = 0; i < 4; i++) {
  await adaptive
    .perform(async () => {
      throw new Error("overload " + i);
    })
    .catch((error) => levels.push(level()));
}
console.log(levels);
let running = 0;
let most = 0;
const results = await Promise.allSettled(
  Array.from({ length: 8 }, (_, i) =>
    new SelfTuning({ initial: 2 }).perform(async () => {
      most = Math.max(most, ++running);
      await sleep(10);
      running--;
      if (i % 4 === 3) throw new Error("e" + i);
      return i;
    }),
  ),
);
console.log(
  results.map((result) => (result.status === "fulfilled" ? result.value : result.reason.message)),
  most,
);
console.log(await new SelfTuning().perform(async () => "defaults"));
//= [
//=   5, 6, 6, 3,
//=   1, 1, 1
//= ]
//= [
//=   0, 1, 2, 'e3',
//=   4, 5, 6, 'e7'
//= ] 8
//= defaults
