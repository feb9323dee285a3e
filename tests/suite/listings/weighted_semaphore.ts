// Permits that cost more than one; the head of the line waits until it fits.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
const db = {
  query: async (sql: string) => {
    log.push("start " + sql);
    await sleep(20);
    log.push("end " + sql);
    return sql.length;
  },
};
const log: string[] = [];
class WeighedPermits {
  private left: number;
  private readonly total: number;
  private readonly line: Array<{ cost: number; resolve: () => void }> = [];
  constructor(total: number) {
    this.total = total;
    this.left = total;
  }
  async enter(cost: number): Promise<void> {
    if (cost > this.total) {
      throw new RangeError(`Weight ${cost} exceeds gate total ${this.total}`);
    }
    if (this.left >= cost && this.line.length === 0) {
      this.left -= cost;
      return;
    }
    return new Promise<void>((resolve) => {
      this.line.push({ cost, resolve });
    });
  }
  leave(cost: number): void {
    this.left += cost;
    while (this.line.length > 0) {
      const next = this.line[0];
      if (next.cost <= this.left) {
        this.line.shift();
        this.left -= next.cost;
        queueMicrotask(next.resolve);
      } else {
        break;
      }
    }
  }
  async holding<T>(cost: number, fn: () => Promise<T>): Promise<T> {
    await this.enter(cost);
    try {
      return await fn();
    } finally {
      this.leave(cost);
    }
  }
}
const database = new WeighedPermits(20);
async function heavy(sql: string): Promise<unknown> {
  return database.holding(5, () => db.query(sql));
}
async function light(sql: string): Promise<unknown> {
  return database.holding(1, () => db.query(sql));
}

console.log(
  await Promise.all([
    heavy("h1"),
    heavy("h2"),
    heavy("h3"),
    light("l1"),
    heavy("h4"),
    heavy("heavy5"),
    light("light2"),
  ]),
);
console.log(log);
const small = new WeighedPermits(3);
await small.enter(4).catch((error) => console.log(String(error)));
await small.enter(2);
const order: string[] = [];
const asking = [3, 1, 1].map((cost, i) =>
  small.enter(cost).then(() => {
    order.push(`${i}:${cost}`);
  }),
);
small.leave(2);
await sleep(1);
console.log(order);
small.leave(3);
await Promise.all(asking);
console.log(order, small);
//= [
//=   2, 2, 2, 2,
//=   2, 6, 6
//= ]
//= [
//=   'start h1',     'start h2',
//=   'start h3',     'start l1',
//=   'end h1',       'start h4',
//=   'end h2',       'start heavy5',
//=   'start light2', 'end h3',
//=   'end l1',       'end h4',
//=   'end heavy5',   'end light2'
//= ]
//= RangeError: Weight 4 exceeds gate total 3
//= [ '0:3' ]
//= [ '0:3', '1:1', '2:1' ] WeighedPermits { left: 1, total: 3, line: [] }
