class Breaker {
  static CLOSED = "closed";
  static OPEN = "open";
  static HALF = "half-open";
  #failures = 0;
  #openedAt = 0;
  state = Breaker.CLOSED;
  constructor(fn, { threshold = 2, cooldown = 40, on = () => {} } = {}) {
    Object.assign(this, { fn, threshold, cooldown, on });
  }
  #go(state) {
    if (state !== this.state) this.on(`${this.state} -> ${(this.state = state)}`);
  }
  async call(...a) {
    if (this.state === Breaker.OPEN) {
      if (Date.now() - this.#openedAt < this.cooldown) throw new Error("circuit open");
      this.#go(Breaker.HALF);
    }
    try {
      const r = await this.fn(...a);
      this.#failures = 0;
      this.#go(Breaker.CLOSED);
      return r;
    } catch (e) {
      if (++this.#failures >= this.threshold || this.state === Breaker.HALF) {
        this.#openedAt = Date.now();
        this.#go(Breaker.OPEN);
      }
      throw e;
    }
  }
}
let healthy = false;
const log = [];
const b = new Breaker(
  async (x) => {
    await null;
    if (!healthy) throw new Error("down");
    return "up " + x;
  },
  { on: (t) => log.push(t) },
);
for (let i = 0; i < 4; i++) await b.call(i).catch((e) => log.push(e.message));
await new Promise((r) => setTimeout(r, 60));
await b.call(5).catch((e) => log.push(e.message));
await new Promise((r) => setTimeout(r, 60));
healthy = true;
log.push(await b.call(6));
console.log(log, b.state);
//= [
//=   'down',
//=   'closed -> open',
//=   'down',
//=   'circuit open',
//=   'circuit open',
//=   'open -> half-open',
//=   'half-open -> open',
//=   'down',
//=   'open -> half-open',
//=   'half-open -> closed',
//=   'up 6'
//= ] closed
