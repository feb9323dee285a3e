class Observable {
  constructor(sub) {
    this._sub = sub;
  }
  static of(...xs) {
    return new Observable((o) => {
      xs.forEach((x) => o.next(x));
      o.complete?.();
    });
  }
  static interval(ms) {
    return new Observable((o) => {
      let i = 0;
      const id = setInterval(() => o.next(i++), ms);
      return () => clearInterval(id);
    });
  }
  subscribe(o) {
    const obs = typeof o === "function" ? { next: o } : o;
    let done = false;
    let teardown;
    const safe = {
      next: (v) => !done && obs.next?.(v),
      error: (e) => {
        if (!done) {
          done = true;
          obs.error?.(e);
          teardown?.();
        }
      },
      complete: () => {
        if (!done) {
          done = true;
          obs.complete?.();
          teardown?.();
        }
      },
    };
    teardown = this._sub(safe);
    return {
      unsubscribe() {
        done = true;
        teardown?.();
      },
    };
  }
  pipe(...ops) {
    return ops.reduce((s, op) => op(s), this);
  }
  [Symbol.asyncIterator]() {
    const buf = [],
      waits = [];
    let ended = false;
    const sub = this.subscribe({
      next: (v) => (waits.length ? waits.shift()({ value: v, done: false }) : buf.push(v)),
      complete: () => {
        ended = true;
        waits.splice(0).forEach((w) => w({ done: true, value: undefined }));
      },
    });
    return {
      next: () =>
        buf.length
          ? Promise.resolve({ value: buf.shift(), done: false })
          : ended
            ? Promise.resolve({ done: true, value: undefined })
            : new Promise((r) => waits.push(r)),
      return: async () => {
        sub.unsubscribe();
        return { done: true, value: undefined };
      },
    };
  }
}
const map = (f) => (s) => new Observable((o) => s.subscribe({ ...o, next: (v) => o.next(f(v)) })._un),
  filter = (p) => (s) =>
    new Observable((o) => {
      const u = s.subscribe({ ...o, next: (v) => p(v) && o.next(v) });
      return () => u.unsubscribe();
    }),
  take = (n) => (s) =>
    new Observable((o) => {
      let i = 0;
      const u = s.subscribe({
        ...o,
        next: (v) => {
          if (i++ < n) o.next(v);
          if (i === n) {
            o.complete();
            queueMicrotask(() => u.unsubscribe());
          }
        },
      });
      return () => u?.unsubscribe();
    });
Observable.of(1, 2, 3, 4)
  .pipe(
    filter((x) => x % 2 === 0),
    map((x) => x * 10),
  )
  .subscribe({ next: (v) => console.log("got", v), complete: () => console.log("complete") });
for await (const v of Observable.interval(2).pipe(take(3))) console.log("tick", v);
function reactive(obj, onChange) {
  for (const k of Object.keys(obj)) {
    let v = obj[k];
    Object.defineProperty(obj, k, {
      get() {
        return v;
      },
      set(n) {
        const old = v;
        v = n;
        onChange(k, n, old);
      },
      enumerable: true,
      configurable: true,
    });
  }
  return obj;
}
const r = reactive({ a: 1, b: "x" }, (k, n, o) => console.log(`${k}: ${o} -> ${n}`));
r.a++;
r.b += "y";
console.log(r, JSON.stringify(r), { ...r });
const computed = (deps, f) => {
  let cache, key;
  return {
    get value() {
      const k = JSON.stringify(deps());
      if (k !== key) {
        key = k;
        cache = f(...deps());
      }
      return cache;
    },
  };
};
const sum = computed(
  () => [r.a, r.b],
  (a, b) => {
    console.log("compute");
    return a + b;
  },
);
console.log(sum.value, sum.value, ((r.a = 5), sum.value), sum);
class Machine {
  #s;
  #def;
  static transitions = [];
  constructor(def) {
    this.#def = def;
    this.#s = def.initial;
  }
  get state() {
    return this.#s;
  }
  can(e) {
    return e in (this.#def.states[this.#s].on ?? {});
  }
  send(e, payload) {
    const t = this.#def.states[this.#s].on?.[e];
    if (!t) throw new Error(`No transition for '${e}' in '${this.#s}'`);
    const { target, guard, action } = typeof t === "string" ? { target: t } : t;
    if (guard && !guard(payload)) return false;
    this.#def.states[this.#s].exit?.();
    Machine.transitions.push(`${this.#s}-[${e}]->${target}`);
    this.#s = target;
    action?.(payload);
    this.#def.states[target].entry?.();
    return true;
  }
}
const m = new Machine({
  initial: "idle",
  states: {
    idle: {
      on: { start: { target: "running", guard: (p) => p?.ok, action: (p) => console.log("action", p) } },
      exit() {
        console.log("leave idle");
      },
    },
    running: { entry: () => console.log("enter running"), on: { stop: "idle" } },
  },
});
console.log(m.send("start"), m.send("start", { ok: true }), m.state, m.can("stop"), m.can("start"));
try {
  m.send("nope");
} catch (e) {
  console.log(e.message);
}
m.send("stop");
console.log(Machine.transitions, m);
const container = (() => {
  const reg = new Map();
  const resolving = [];
  return {
    register: (n, f, { singleton = false } = {}) => (reg.set(n, { f, singleton }), container),
    get(n) {
      const e = reg.get(n);
      if (!e) throw new ReferenceError(`Unknown service: ${n}`);
      if (resolving.includes(n)) throw new Error(`Circular: ${[...resolving, n].join(" -> ")}`);
      if (e.singleton && "instance" in e) return e.instance;
      resolving.push(n);
      try {
        const i = e.f(this);
        if (e.singleton) e.instance = i;
        return i;
      } finally {
        resolving.pop();
      }
    },
  };
})();
container
  .register("cfg", () => ({ url: "x" }), { singleton: true })
  .register("db", (c) => ({ c: c.get("cfg") }))
  .register("a", (c) => c.get("b"))
  .register("b", (c) => c.get("a"));
console.log(
  container.get("db"),
  container.get("cfg") === container.get("cfg"),
  container.get("db") === container.get("db"),
);
for (const n of ["a", "zz"])
  try {
    container.get(n);
  } catch (e) {
    console.log(e.name, e.message);
  }
class History {
  #past = [];
  #future = [];
  constructor(s) {
    this.s = s;
  }
  do(f) {
    this.#past.push(this.s);
    this.s = f(this.s);
    this.#future.length = 0;
    return this;
  }
  undo() {
    if (this.#past.length) {
      this.#future.push(this.s);
      this.s = this.#past.pop();
    }
    return this;
  }
  redo() {
    if (this.#future.length) {
      this.#past.push(this.s);
      this.s = this.#future.pop();
    }
    return this;
  }
}
console.log(
  new History(1)
    .do((x) => x + 1)
    .do((x) => x * 5)
    .undo()
    .undo()
    .redo().s,
);
//= got 20
//= got 40
//= complete
//= tick 0
//= tick 1
//= tick 2
//= a: 1 -> 2
//= b: x -> xy
//= { a: [Getter/Setter], b: [Getter/Setter] } {"a":2,"b":"xy"} { a: 2, b: 'xy' }
//= compute
//= a: 2 -> 5
//= compute
//= 2xy 2xy 5xy { value: [Getter] }
//= leave idle
//= action { ok: true }
//= enter running
//= false true running true false
//= No transition for 'nope' in 'running'
//= [ 'idle-[start]->running', 'running-[stop]->idle' ] Machine {}
//= { c: { url: 'x' } } true false
//= Error Circular: a -> b -> a
//= ReferenceError Unknown service: zz
//= 2
