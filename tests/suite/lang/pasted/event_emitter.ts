// Event emitter from scratch
class EventEmitter {
  #listeners = new Map();
  on(event, fn) {
    if (!this.#listeners.has(event)) this.#listeners.set(event, []);
    this.#listeners.get(event).push(fn);
    return this;
  }
  once(event, fn) {
    const wrapper = (...args) => {
      this.off(event, wrapper);
      fn.apply(this, args);
    };
    wrapper.listener = fn;
    return this.on(event, wrapper);
  }
  off(event, fn) {
    const list = this.#listeners.get(event) ?? [];
    const index = list.findIndex((l) => l === fn || l.listener === fn);
    if (index >= 0) list.splice(index, 1);
    return this;
  }
  emit(event, ...args) {
    const list = [...(this.#listeners.get(event) ?? [])];
    for (const fn of list) fn.apply(this, args);
    return list.length > 0;
  }
  listenerCount(event) {
    return this.#listeners.get(event)?.length ?? 0;
  }
  get eventNames() {
    return [...this.#listeners.keys()];
  }
  static defaultMax = 10;
}
const e = new EventEmitter();
e.on("data", function (x) {
  console.log("data", x, this === e);
});
e.once("data", (x) => console.log("once", x));
console.log(e.emit("data", 1), e.emit("data", { a: [1, 2, { b: 3 }] }), e.emit("none"));
console.log(e, e.eventNames, e.listenerCount("data"), EventEmitter.defaultMax);
console.log(EventEmitter, [EventEmitter], { EventEmitter }, class {}, class extends EventEmitter {});
console.log(Object.getOwnPropertyNames(EventEmitter.prototype));
class Timer extends EventEmitter {
  constructor(ms) {
    super();
    this.ms = ms;
    this.ticks = 0;
  }
  async start(n) {
    for (let i = 0; i < n; i++) {
      await new Promise((r) => setTimeout(r, this.ms));
      this.emit("tick", ++this.ticks);
    }
    this.emit("end");
  }
  get [Symbol.toStringTag]() {
    return "Timer";
  }
}
const t = new Timer(5);
t.on("tick", (n) => console.log(`tick ${n}`)).on("end", () => console.log("end", t, String(t)));
await t.start(3);
console.log(`${EventEmitter.prototype.emit}`.split("\n")[0]);
//= data 1 true
//= once 1
//= data { a: [ 1, 2, { b: 3 } ] } true
//= true true false
//= EventEmitter {} [ 'data' ] 1 10
//= [class EventEmitter] { defaultMax: 10 } [ [class EventEmitter] { defaultMax: 10 } ] { EventEmitter: [class EventEmitter] { defaultMax: 10 } } [class (anonymous)] [class (anonymous) extends EventEmitter]
//= [
//=   'constructor',
//=   'on',
//=   'once',
//=   'off',
//=   'emit',
//=   'listenerCount',
//=   'eventNames'
//= ]
//= tick 1
//= tick 2
//= tick 3
//= end Timer { ms: 5, ticks: 3 } [object Timer]
//= emit(event, ...args) {
