class RwLock {
  readers = 0;
  writer = false;
  queue = [];
  #grant() {
    while (this.queue.length) {
      const next = this.queue[0];
      if (next.write ? this.readers || this.writer : this.writer) return;
      this.queue.shift();
      next.write ? (this.writer = true) : this.readers++;
      next.resolve();
    }
  }
  #acquire(write) {
    return new Promise((resolve) => {
      this.queue.push({ write, resolve });
      this.#grant();
    });
  }
  async read(f) {
    await this.#acquire(false);
    try {
      return await f();
    } finally {
      this.readers--;
      this.#grant();
    }
  }
  async write(f) {
    await this.#acquire(true);
    try {
      return await f();
    } finally {
      this.writer = false;
      this.#grant();
    }
  }
}
const l = new RwLock(),
  log = [];
let value = 0;
const ms = (n) => new Promise((r) => setTimeout(r, n));
await Promise.all([
  l.read(async () => {
    log.push("r1+");
    await ms(20);
    log.push("r1-" + value);
  }),
  l.read(async () => {
    log.push("r2+");
    await ms(10);
    log.push("r2-" + value);
  }),
  l.write(async () => {
    log.push("w+");
    await ms(5);
    value++;
    log.push("w-");
  }),
  l.read(async () => {
    log.push("r3+" + value);
  }),
  l
    .write(() => {
      throw new Error("w2");
    })
    .catch((e) => log.push(e.message)),
]);
console.log(log.join(" "), l);
//= r1+ r2+ r2-0 r1-0 w+ w- r3+1 w2 RwLock { readers: 0, writer: false, queue: [] }
