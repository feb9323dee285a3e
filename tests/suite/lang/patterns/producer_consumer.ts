class Channel {
  #items = [];
  #takers = [];
  #putters = [];
  #closed = false;
  constructor(capacity = 0) {
    this.capacity = capacity;
  }
  async send(v) {
    if (this.#closed) throw new Error("closed");
    if (this.#takers.length) return this.#takers.shift()({ value: v, done: false });
    if (this.#items.length < this.capacity) return void this.#items.push(v);
    await new Promise((r) => this.#putters.push([v, r]));
  }
  async receive() {
    if (this.#items.length) {
      const value = this.#items.shift();
      if (this.#putters.length) {
        const [v, r] = this.#putters.shift();
        this.#items.push(v);
        r();
      }
      return { value, done: false };
    }
    if (this.#putters.length) {
      const [v, r] = this.#putters.shift();
      r();
      return { value: v, done: false };
    }
    if (this.#closed) return { value: undefined, done: true };
    return new Promise((r) => this.#takers.push(r));
  }
  close() {
    this.#closed = true;
    for (const t of this.#takers.splice(0)) t({ value: undefined, done: true });
  }
  [Symbol.asyncIterator]() {
    return { next: () => this.receive(), return: async () => (this.close(), { done: true }) };
  }
}
for (const capacity of [0, 2]) {
  const c = new Channel(capacity),
    log = [];
  const producer = (async () => {
    for (let i = 1; i <= 4; i++) {
      await c.send(i);
      log.push("sent" + i);
    }
    c.close();
  })();
  const consumer = async (n) => {
    for await (const v of c) {
      log.push(n + v);
      await null;
    }
    log.push(n + " end");
  };
  await Promise.all([producer, consumer("A"), consumer("B")]);
  console.log(capacity, log.join(" "));
  await c.send(1).catch((e) => console.log(e.message));
}
//= 0 A1 sent1 sent2 B2 sent3 A3 B4 sent4 B end A end
//= closed
//= 2 sent1 A1 sent2 sent3 A3 B2 sent4 A4 B end A end
//= closed
