// So many operations a second, with a burst.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
class Bucket {
  private coins: number;
  private filledAt: number;
  constructor(
    private readonly total: number,
    private readonly perSecond: number,
  ) {
    this.coins = total;
    this.filledAt = Date.now();
  }
  tryTake(count: number = 1): boolean {
    this.fill();
    if (this.coins >= count) {
      this.coins -= count;
      return true;
    }
    return false;
  }
  async take(count: number = 1): Promise<void> {
    while (!this.tryTake(count)) {
      const missing = count - this.coins;
      const ms = (missing / this.perSecond) * 1000;
      await new Promise((resolve) => setTimeout(resolve, ms));
    }
  }
  private fill(): void {
    const now = Date.now();
    const seconds = (now - this.filledAt) / 1000;
    this.coins = Math.min(this.total, this.coins + seconds * this.perSecond);
    this.filledAt = now;
  }
}

const bucket = new Bucket(3, 20);
console.log(
  [1, 2, 3, 4].map(() => bucket.tryTake()),
  bucket.tryTake(5),
);
const start = Date.now();
const at: number[] = [];
for (let i = 0; i < 3; i++) {
  await bucket.take();
  at.push(Math.round((Date.now() - start) / 50));
}
console.log(at);
await sleep(400);
console.log([3, 1].map((count) => bucket.tryTake(count)));
const many = new Bucket(4, 40);
console.log(many.tryTake(4), many.tryTake(0));
await many.take(2);
console.log(many.tryTake(2));
//= [ true, true, true, false ] false
//= [ 1, 2, 3 ]
//= [ true, false ]
//= true true
//= false
