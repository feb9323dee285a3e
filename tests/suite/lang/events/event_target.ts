const t = new EventTarget();
const log = [];
const f = (e) => log.push("f" + e.type);
t.addEventListener("x", f);
t.addEventListener("x", f);
t.addEventListener("x", (e) => {
  log.push("second");
  e.stopImmediatePropagation();
});
t.addEventListener("x", () => log.push("never"));
console.log(t.dispatchEvent(new Event("x")), log);
t.removeEventListener("x", f);
log.length = 0;
t.dispatchEvent(new Event("x"));
console.log(log);
t.addEventListener("c", (e) => e.preventDefault());
console.log(
  t.dispatchEvent(new Event("c", { cancelable: true })),
  t.dispatchEvent(new Event("c")),
  new Event("e", { bubbles: true }).bubbles,
  new Event("q").defaultPrevented,
  new Event("q").type,
  new Event(5).type,
  t.dispatchEvent(new Event("nobody")),
);
class Store extends EventTarget {
  #v = 0;
  set value(v) {
    this.#v = v;
    this.dispatchEvent(Object.assign(new Event("change"), { detail: v }));
  }
  get value() {
    return this.#v;
  }
}
const s = new Store();
s.addEventListener(
  "change",
  ({ detail, target, currentTarget }) => console.log("change", detail, target === s, currentTarget === s, target.value),
  { once: true },
);
s.value = 5;
s.value = 6;
console.log(s.value, s instanceof EventTarget);
const order = [];
t.addEventListener("o", async () => {
  order.push("a");
  await null;
  order.push("after");
});
t.addEventListener("o", () => order.push("b"));
t.dispatchEvent(new Event("o"));
order.push("sync");
await null;
console.log(order);
for (const bad of [() => t.dispatchEvent({}), () => new Event(), () => t.dispatchEvent(null)])
  try {
    bad();
    console.log("no error");
  } catch (e) {
    console.log(e.name);
  }
const signal = new AbortController();
t.addEventListener("s", () => console.log("listens"), { signal: signal.signal });
t.dispatchEvent(new Event("s"));
signal.abort();
t.dispatchEvent(new Event("s"));
console.log(
  typeof new Event("x").timeStamp,
  new Event("x").eventPhase,
  new Event("x").isTrusted,
  Object.prototype.toString.call(t),
  Event.name,
  EventTarget.length,
);
class MyEvent extends Event {
  constructor(n, data) {
    super(n);
    this.data = data;
  }
}
t.addEventListener("my", (e) => console.log(e.data, e instanceof MyEvent));
t.dispatchEvent(new MyEvent("my", [1]));
const ce = new CustomEvent("ce", { detail: { a: 1 } });
console.log(ce.detail, ce.type, ce instanceof Event);
//= true [ 'fx', 'second' ]
//= [ 'second' ]
//= false true true false q 5 true
//= change 5 true true 5
//= 6 true
//= [ 'a', 'b', 'sync', 'after' ]
//= TypeError
//= TypeError
//= TypeError
//= listens
//= number 0 false [object EventTarget] Event 0
//= [ 1 ] true
//= { a: 1 } ce true
