class Emitter {
  #on = new Map();
  on(n, f) {
    (this.#on.get(n) ?? this.#on.set(n, new Set()).get(n)).add(f);
    return () => this.#on.get(n).delete(f);
  }
  once(n) {
    return new Promise((r) => {
      const off = this.on(n, (v) => {
        off();
        r(v);
      });
    });
  }
  emit(n, ...a) {
    for (const f of [...(this.#on.get(n) ?? [])]) f(...a);
    return this;
  }
  async *events(n) {
    const queue = [];
    let wake;
    const off = this.on(n, (v) => {
      queue.push(v);
      wake?.();
    });
    try {
      while (true) {
        while (queue.length) yield queue.shift();
        await new Promise((r) => (wake = r));
      }
    } finally {
      off();
      console.log("unsubscribed");
    }
  }
}
const e = new Emitter();
const off = e.on("x", (v) => console.log("handler", v));
const once = e.once("x");
e.emit("x", 1).emit("x", 2);
off();
e.emit("x", 3);
console.log("once", await once);
setTimeout(() => e.emit("tick", "t1").emit("tick", "t2"), 1);
setTimeout(() => e.emit("tick", "stop"), 2);
for await (const v of e.events("tick")) {
  console.log(v);
  if (v === "stop") break;
}
//= handler 1
//= handler 2
//= once 1
//= t1
//= t2
//= stop
//= unsubscribed
