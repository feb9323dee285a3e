// A pool that lends, checks, replaces and hands over connections, with a timeout for whoever waits.
const sleep = <T>(ms: number, value?: T) => new Promise<T>((resolve) => setTimeout(resolve, ms, value));
interface PoolSettings {
  most: number;
  least: number;
  patienceMs: number;
  idleMs: number;
  lifetimeMs: number;
  checks: boolean;
}
interface Linkable {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  isAlive(): Promise<boolean>;
  readonly createdAt: number;
  lastUsedAt: number;
}
class LinkPool<T extends Linkable> {
  private readonly resting: T[] = [];
  private readonly lent = new Set<T>();
  private readonly askers: Array<{
    resolve: (link: T) => void;
    reject: (err: Error) => void;
    timer: ReturnType<typeof setTimeout>;
  }> = [];
  private readonly options: PoolSettings;
  private readonly factory: () => Promise<T>;
  private closed = false;
  private upkeep: ReturnType<typeof setInterval> | null = null;
  constructor(factory: () => Promise<T>, options: Partial<PoolSettings> = {}) {
    this.factory = factory;
    this.options = {
      most: 10,
      least: 2,
      patienceMs: 30_000,
      idleMs: 60_000,
      lifetimeMs: 3_600_000,
      checks: true,
      ...options,
    };
    this.keepUp();
  }
  get size(): number {
    return this.resting.length + this.lent.size;
  }
  get availableCount(): number {
    return this.resting.length;
  }
  get waitingCount(): number {
    return this.askers.length;
  }
  async enter(): Promise<T> {
    if (this.closed) {
      throw new Error("Pool is closed");
    }
    while (this.resting.length > 0) {
      const link = this.resting.pop()!;
      if (Date.now() - link.createdAt > this.options.lifetimeMs) {
        await this.drop(link);
        continue;
      }
      if (this.options.checks) {
        try {
          const alive = await link.isAlive();
          if (!alive) {
            await this.drop(link);
            continue;
          }
        } catch {
          await this.drop(link);
          continue;
        }
      }
      link.lastUsedAt = Date.now();
      this.lent.add(link);
      return link;
    }
    if (this.size < this.options.most) {
      const link = await this.open();
      this.lent.add(link);
      return link;
    }
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        const at = this.askers.findIndex((w) => w.resolve === resolve);
        if (at !== -1) {
          this.askers.splice(at, 1);
        }
        reject(
          new Error(
            `Connection enter deadline after ${this.options.patienceMs}ms. ` +
              `Pool: ${this.size}/${this.options.most}, ` +
              `Active: ${this.lent.size}, ` +
              `Waiting: ${this.askers.length}`,
          ),
        );
      }, this.options.patienceMs);
      this.askers.push({ resolve, reject, timer });
    });
  }
  leave(link: T): void {
    if (!this.lent.has(link)) {
      return;
    }
    this.lent.delete(link);
    link.lastUsedAt = Date.now();
    if (this.askers.length > 0) {
      const asker = this.askers.shift()!;
      clearTimeout(asker.timer);
      this.lent.add(link);
      asker.resolve(link);
      return;
    }
    this.resting.push(link);
  }
  async lending<R>(fn: (link: T) => Promise<R>): Promise<R> {
    const link = await this.enter();
    try {
      return await fn(link);
    } finally {
      this.leave(link);
    }
  }
  async close(): Promise<void> {
    this.closed = true;
    if (this.upkeep) {
      clearInterval(this.upkeep);
    }
    for (const asker of this.askers) {
      clearTimeout(asker.timer);
      asker.reject(new Error("Pool is closing"));
    }
    this.askers.length = 0;
    const everyLink = [...this.resting, ...this.lent];
    this.resting.length = 0;
    this.lent.clear();
    await Promise.allSettled(everyLink.map((link) => this.drop(link)));
  }
  private async open(): Promise<T> {
    const link = await this.factory();
    await link.connect();
    return link;
  }
  private async drop(link: T): Promise<void> {
    try {
      await link.disconnect();
    } catch {}
  }
  private keepUp(): void {
    this.upkeep = setInterval(async () => {
      await this.dropResting();
      await this.fillUp();
    }, 30_000);
  }
  private async dropResting(): Promise<void> {
    const now = Date.now();
    const old: T[] = [];
    this.resting.forEach((link, i) => {
      if (now - link.lastUsedAt > this.options.idleMs) {
        old.push(link);
      }
    });
    for (const link of old) {
      const at = this.resting.indexOf(link);
      if (at !== -1) {
        this.resting.splice(at, 1);
        await this.drop(link);
      }
    }
  }
  private async fillUp(): Promise<void> {
    while (this.size < this.options.least && !this.closed) {
      try {
        const link = await this.open();
        this.resting.push(link);
      } catch {
        break;
      }
    }
  }
}

let made = 0;
class Link implements Linkable {
  readonly id = ++made;
  readonly createdAt = Date.now();
  lastUsedAt = 0;
  broken = false;
  async connect() {
    await sleep(5);
    console.log("connect", this.id);
  }
  async disconnect() {
    console.log("disconnect", this.id);
    if (this.id === 2) throw new Error("swallowed");
  }
  async isAlive() {
    if (this.id === 3) throw new Error("dead");
    return !this.broken;
  }
}
const pool = new LinkPool(async () => new Link(), { most: 2, patienceMs: 80 });
const a = await pool.enter();
const b = await pool.enter();
console.log(a.id, b.id, pool.size, pool.availableCount, pool.waitingCount);
await pool.enter().catch((error) => console.log(error.message));
const handed = pool.lending(async (link) => {
  console.log("handed", link.id);
  return link.id * 10;
});
pool.leave(a);
pool.leave(a);
console.log(await handed, pool.size, pool.availableCount);
a.broken = true;
const c = await pool.enter();
console.log("replaced by", c.id, pool.size);
pool.leave(c);
const d = await pool.enter();
console.log("validation threw, now", d.id);
const rejected = pool.enter().catch((error) => error.message);
await pool
  .lending(async () => {
    throw new Error("never gets one");
  })
  .catch((error) => console.log(error.message.slice(0, 26)));
const asking = pool.enter().catch((error) => error.message);
await pool.close();
console.log((await rejected).slice(0, 26), await asking, pool.size, await pool.enter().catch((error) => error.message));
//= connect 1
//= connect 2
//= 1 2 2 0 0
//= Connection enter deadline after 80ms. Pool: 2/2, Active: 2, Waiting: 0
//= handed 1
//= 10 2 1
//= disconnect 1
//= connect 3
//= replaced by 3 2
//= disconnect 3
//= connect 4
//= validation threw, now 4
//= Connection enter deadline
//= disconnect 2
//= disconnect 4
//= Connection enter deadline  Pool is closing 0 Pool is closed
