const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
class CircuitOpenError extends Error {
  constructor(name, until) {
    super(`Circuit "${name}" is open`);
    this.name = this.constructor.name;
    Object.defineProperty(this, "until", { value: until, enumerable: true });
  }
}
const State = Object.freeze({ CLOSED: Symbol("closed"), OPEN: Symbol("open"), HALF: Symbol("half-open") });
class CircuitBreaker {
  static #instances = new Map();
  #state = State.CLOSED;
  #failures = 0;
  #openedAt = 0;
  constructor(name, fn, { threshold = 3, cooldown = 20, ...rest } = {}) {
    Object.assign(this, { name, fn, threshold, cooldown, rest });
    CircuitBreaker.#instances.set(name, this);
  }
  get state() {
    return this.#state.description;
  }
  async call(...args) {
    if (this.#state === State.OPEN) {
      if (Date.now() - this.#openedAt < this.cooldown) throw new CircuitOpenError(this.name, 1);
      this.#to(State.HALF);
    }
    try {
      const r = await this.fn(...args);
      this.#failures = 0;
      this.#to(State.CLOSED);
      return r;
    } catch (e) {
      if (++this.#failures >= this.threshold || this.#state === State.HALF) {
        this.#to(State.OPEN);
        this.#openedAt = Date.now();
      }
      throw e;
    }
  }
  #to(s) {
    if (s !== this.#state) {
      console.log(`[${this.name}] ${this.state} -> ${s.description}`);
      this.#state = s;
    }
  }
  static get(name) {
    return this.#instances.get(name);
  }
  static *[Symbol.iterator]() {
    yield* CircuitBreaker.#instances.values();
  }
}
let healthy = false;
const svc = new CircuitBreaker(
  "svc",
  async (x) => {
    await sleep(1);
    if (!healthy) throw new TypeError(`bad ${x}`);
    return x * 2;
  },
  { threshold: 2, extra: [1] },
);
for (let i = 0; i < 4; i++) {
  try {
    console.log(await svc.call(i));
  } catch (e) {
    console.log(e.name, e.message, e instanceof CircuitOpenError, Object.keys(e));
  }
}
await sleep(25);
healthy = true;
console.log(
  await svc.call(21),
  svc.state,
  [...CircuitBreaker].map((b) => b.name),
  CircuitBreaker.get("svc") === svc,
  CircuitBreaker.get("x"),
);
console.log(svc, State);
const e1 = new CircuitOpenError("n", 5);
console.log(Object.prototype.toString.call(e1), `${e1}`, JSON.stringify(e1), Object.getOwnPropertyNames(e1).sort());
//= TypeError bad 0 false []
//= [svc] closed -> open
//= TypeError bad 1 false []
//= CircuitOpenError Circuit "svc" is open true [ 'name', 'until' ]
//= CircuitOpenError Circuit "svc" is open true [ 'name', 'until' ]
//= [svc] open -> half-open
//= [svc] half-open -> closed
//= 42 closed [ 'svc' ] true undefined
//= CircuitBreaker {
//=   name: 'svc',
//=   fn: [AsyncFunction (anonymous)],
//=   threshold: 2,
//=   cooldown: 20,
//=   rest: { extra: [ 1 ] }
//= } { CLOSED: Symbol(closed), OPEN: Symbol(open), HALF: Symbol(half-open) }
//= [object Error] CircuitOpenError: Circuit "n" is open {"name":"CircuitOpenError","until":5} [ 'message', 'name', 'stack', 'until' ]
