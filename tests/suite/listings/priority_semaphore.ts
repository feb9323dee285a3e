// Permits go to the most urgent of those who wait.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
class RankedPermits {
  private left: number;
  private readonly line: Array<{
    rank: number;
    resolve: () => void;
  }> = [];
  constructor(free: number) {
    this.left = free;
  }
  async enter(rank: number = 0): Promise<void> {
    if (this.left > 0) {
      this.left--;
      return;
    }
    return new Promise<void>((resolve) => {
      const place = { rank, resolve };
      const at = this.line.findIndex((e) => e.rank > rank);
      if (at === -1) {
        this.line.push(place);
      } else {
        this.line.splice(at, 0, place);
      }
    });
  }
  leave(): void {
    if (this.line.length > 0) {
      const next = this.line.shift()!;
      queueMicrotask(next.resolve);
    } else {
      this.left++;
    }
  }
}

const gate = new RankedPermits(1);
await gate.enter();
const order: string[] = [];
const wanted = [
  ["low", 9],
  ["high", 1],
  ["mid", 5],
  ["high too", 1],
  ["default", undefined],
] as const;
const all = wanted.map(([name, rank]) =>
  gate.enter(rank).then(async () => {
    order.push(name);
    await sleep(1);
    gate.leave();
  }),
);
gate.leave();
await Promise.all(all);
console.log(order, gate);
//= [ 'default', 'high', 'high too', 'mid', 'low' ] RankedPermits { left: 1, line: [] }
