class Actor {
  #mail = [];
  #busy = false;
  constructor(handle) {
    this.handle = handle;
  }
  send(m) {
    return new Promise((resolve, reject) => {
      this.#mail.push({ m, resolve, reject });
      this.#drain();
    });
  }
  async #drain() {
    if (this.#busy) return;
    this.#busy = true;
    while (this.#mail.length) {
      const { m, resolve, reject } = this.#mail.shift();
      try {
        resolve(await this.handle(m));
      } catch (e) {
        reject(e);
      }
    }
    this.#busy = false;
  }
}
let total = 0;
const log = [];
const counter = new Actor(async ({ op, n }) => {
  log.push(op + n);
  const seen = total;
  await null;
  if (op === "add") return (total = seen + n);
  if (op === "get") return total;
  throw new Error("unknown " + op);
});
console.log(
  await Promise.allSettled([
    counter.send({ op: "add", n: 2 }),
    counter.send({ op: "add", n: 3 }),
    counter.send({ op: "mul", n: 0 }),
    counter.send({ op: "get", n: 0 }),
  ]).then((rs) => rs.map((r) => r.value ?? r.reason.message)),
);
console.log(log, total);
//= [ 2, 5, 'unknown mul', 5 ]
//= [ 'add2', 'add3', 'mul0', 'get0' ] 5
