// lanes: model=event-loop
// The pool that everybody writes (the listing `connection_pool.ts`) and ours, through the same story: the same happens at the same
// times, as long as no two open connections at once and nothing is closed below the minimum, where the written one goes wrong.
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
            `Connection acquire timeout after ${this.options.patienceMs}ms. ` +
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

interface Story {
  acquire(): Promise<Link>;
  release(link: Link): void;
  lending<R>(fn: (link: Link) => Promise<R>): Promise<R>;
  close(): Promise<void>;
  counts(): string;
}
class Link implements Linkable {
  readonly createdAt = Date.now();
  lastUsedAt = Date.now();
  broken = false;
  constructor(readonly id: number, readonly tell: (what: string) => void) {}
  async connect() {
    await sleep(5);
    this.tell(`connect ${this.id}`);
  }
  async disconnect() {
    this.tell(`disconnect ${this.id}`);
    if (this.id === 2) throw new Error("swallowed");
  }
  async isAlive() {
    if (this.id === 3) throw new Error("dead");
    return !this.broken;
  }
}
async function story(make: (factory: () => Promise<Link>) => Story): Promise<string[]> {
  const begin = Date.now();
  const log: string[] = [];
  const tell = (what: string) => void log.push(`${Date.now() - begin} ${what}`);
  let made = 0;
  const pool = make(async () => new Link(++made, tell));
  const first = await pool.acquire();
  const second = await pool.acquire();
  tell(`${first.id} ${second.id} ${pool.counts()}`);
  await pool.acquire().catch((error) => tell(error.message));
  const handed = pool.lending(async (link) => {
    tell(`handed ${link.id}`);
    await sleep(7);
    return link.id;
  });
  const behind = pool.lending(async (link) => tell(`behind has ${link.id}`));
  tell(pool.counts());
  pool.release(first);
  tell(`${await handed} came back`);
  await behind;
  await pool.lending(async () => { throw new Error("inside"); }).catch((error) => tell(error.message));
  pool.release(second);
  tell(pool.counts());
  // The one that came back last is dead, and so is, when it is looked at, the next that is opened.
  second.broken = true;
  await pool.lending(async (link) => tell(`has ${link.id}`));
  const third = await pool.acquire();
  const fourth = await pool.acquire();
  tell(`${third.id} ${fourth.id} ${pool.counts()}`);
  pool.release(fourth);
  pool.release(third);
  // Unused for long: gone when maintenance comes round.
  await sleep(100_000);
  tell(pool.counts());
  const fresh = await pool.acquire();
  pool.release(fresh);
  await sleep(50_001);
  await pool.lending(async (link) => tell(`instead of an old one ${link.id}`));
  const kept = await pool.acquire();
  const other = await pool.acquire();
  const waits = pool.acquire().catch((error) => tell(error.message));
  tell(`${kept.id} ${other.id} ${pool.counts()}`);
  await pool.close();
  await waits;
  tell(pool.counts());
  pool.release(kept);
  await pool.acquire().catch((error) => tell(error.message));
  return log;
}
const byHand = await story((factory) => {
  const pool = new LinkPool(factory, { most: 2, least: 0, patienceMs: 80, lifetimeMs: 50_000 });
  return {
    acquire: () => pool.enter(),
    release: (link) => pool.leave(link),
    lending: (fn) => pool.lending(fn),
    close: () => pool.close(),
    counts: () => `${pool.size} ${pool.availableCount} ${pool.waitingCount}`,
  };
});
const ours = await story((factory) => {
  const pool = new ConnectionPool(factory, { maxSize: 2, minSize: 0, acquireTimeoutMs: 80, maxLifetimeMs: 50_000 });
  return {
    acquire: () => pool.acquire(),
    release: (link) => pool.release(link),
    lending: (fn) => pool.withConnection(fn),
    close: () => pool.close(),
    counts: () => `${pool.size} ${pool.availableCount} ${pool.waitingCount}`,
  };
});
for (let at = 0; at < Math.max(byHand.length, ours.length); at++) {
  console.log(byHand[at] === ours[at] ? byHand[at] : `${byHand[at]}, but ours: ${ours[at]}`);
}
//= 5 connect 1
//= 10 connect 2
//= 10 1 2 2 0 0
//= 90 Connection acquire timeout after 80ms. Pool: 2/2, Active: 2, Waiting: 0
//= 90 2 0 2
//= 90 handed 1
//= 97 1 came back
//= 97 behind has 1
//= 97 inside
//= 97 2 2 0
//= 97 disconnect 2
//= 97 has 1
//= 102 connect 3
//= 102 1 3 2 0 0
//= 90000 disconnect 3
//= 90000 disconnect 1
//= 100102 0 0 0
//= 100107 connect 4
//= 150108 disconnect 4
//= 150113 connect 5
//= 150113 instead of an old one 5
//= 150118 connect 6
//= 150118 5 6 2 0 1
//= 150118 disconnect 5
//= 150118 disconnect 6
//= 150118 Pool is closing
//= 150118 0 0 0
//= 150118 Pool is closed
