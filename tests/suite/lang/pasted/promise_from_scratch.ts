class MyPromise {
  static #id = 0;
  #state = "pending";
  #value;
  #handlers = [];
  constructor(executor) {
    this.id = ++MyPromise.#id;
    try {
      executor(
        (v) => this.#resolve(v),
        (e) => this.#settle("rejected", e),
      );
    } catch (e) {
      this.#settle("rejected", e);
    }
  }
  #resolve(x) {
    if (x === this) return this.#settle("rejected", new TypeError("Chaining cycle"));
    if (x !== null && (typeof x === "object" || typeof x === "function")) {
      let then;
      try {
        then = x.then;
      } catch (e) {
        return this.#settle("rejected", e);
      }
      if (typeof then === "function") {
        let called = false;
        try {
          then.call(
            x,
            (y) => {
              if (!called) {
                called = true;
                this.#resolve(y);
              }
            },
            (r) => {
              if (!called) {
                called = true;
                this.#settle("rejected", r);
              }
            },
          );
        } catch (e) {
          if (!called) this.#settle("rejected", e);
        }
        return;
      }
    }
    this.#settle("fulfilled", x);
  }
  #settle(state, value) {
    if (this.#state !== "pending") return;
    this.#state = state;
    this.#value = value;
    this.#handlers.splice(0).forEach((h) => this.#run(h));
  }
  #run({ onF, onR, resolve, reject }) {
    queueMicrotask(() => {
      const cb = this.#state === "fulfilled" ? onF : onR;
      if (typeof cb !== "function") return (this.#state === "fulfilled" ? resolve : reject)(this.#value);
      try {
        resolve(cb(this.#value));
      } catch (e) {
        reject(e);
      }
    });
  }
  then(onF, onR) {
    return new MyPromise((resolve, reject) => {
      const h = { onF, onR, resolve, reject };
      this.#state === "pending" ? this.#handlers.push(h) : this.#run(h);
    });
  }
  catch(f) {
    return this.then(undefined, f);
  }
  finally(f) {
    return this.then(
      (v) => MyPromise.resolve(f()).then(() => v),
      (e) =>
        MyPromise.resolve(f()).then(() => {
          throw e;
        }),
    );
  }
  static resolve(v) {
    return v instanceof MyPromise ? v : new MyPromise((r) => r(v));
  }
  static reject(e) {
    return new MyPromise((_, r) => r(e));
  }
  static all(ps) {
    return new MyPromise((res, rej) => {
      const out = [];
      let n = 0;
      [...ps].forEach((p, i) => {
        n++;
        MyPromise.resolve(p).then((v) => {
          out[i] = v;
          if (--n === 0) res(out);
        }, rej);
      });
      if (!n) res(out);
    });
  }
  get [Symbol.toStringTag]() {
    return "MyPromise";
  }
}
const log = [];
const L = (x) => (v) => {
  log.push(`${x}:${v}`);
  return v;
};
MyPromise.resolve(1)
  .then(L("a"))
  .then((v) => {
    throw new Error("x" + v);
  })
  .catch((e) => e.message)
  .then(L("b"))
  .finally(() => log.push("fin"));
new MyPromise((r) => setTimeout(r, 5, "late")).then(L("c"));
MyPromise.all([1, MyPromise.resolve(2), new Promise((r) => setTimeout(r, 2, 3))]).then(L("all"));
Promise.resolve().then(L("native"));
MyPromise.resolve({
  then(r) {
    r("thenable");
  },
}).then(L("t"));
log.push("sync");
console.log(await MyPromise.resolve(7), await new MyPromise((_, r) => r("rej")).catch((e) => e + "!"));
await new Promise((r) => setTimeout(r, 10));
console.log(log.join(" "));
const p = new MyPromise(() => {});
console.log(p, String(p), MyPromise.prototype.then.length);
const self = new MyPromise((r) => setTimeout(() => r(self), 1));
console.log(await self.catch((e) => `${e}`));
class Cancel extends Promise {
  static get [Symbol.species]() {
    return Promise;
  }
  cancelled = false;
  cancel() {
    this.cancelled = true;
    return this;
  }
}
const c = new Cancel((r) => r(1));
console.log(
  c.then(() => {}) instanceof Cancel,
  c.cancel(),
  c instanceof Promise,
  Cancel.resolve(5) instanceof Cancel,
  await c,
);
const order = [];
const pr = Promise.resolve();
pr.then(() => {
  order.push(1);
  return Promise.resolve();
}).then(() => order.push(5));
pr.then(() => order.push(2))
  .then(() => order.push(3))
  .then(() => order.push(4))
  .then(() => order.push(6));
(async () => {
  await pr;
  order.push("a");
  await {
    then(r) {
      order.push("th");
      r();
    },
  };
  order.push("b");
})();
await new Promise((r) => setTimeout(r, 2));
console.log(order.join());
//= 7 rej!
//= sync a:1 native:undefined t:thenable b:x1 fin all:1,2,3 c:late
//= MyPromise { id: 27 } [object MyPromise] 2
//= TypeError: Chaining cycle
//= false Cancel [Promise] { 1, cancelled: true } true true 1
//= 1,2,a,3,th,4,b,5,6
