// Asking for the one permit while holding it: it waits for ever and nothing says so.
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
const permit = new Permits(1);
async function outside(): Promise<void> {
  await permit.holding(async () => {
    await inside();
  });
}
async function inside(): Promise<void> {
  await permit.holding(async () => {
    console.log("This will never execute");
  });
}

let state = "waits";
outside().then(() => (state = "done"));
await sleep(20);
console.log(state, permit.left, permit.asking);
//= waits 0 1
//! deadlock: outside waits for a promise that nothing is left to settle
