const deepFreeze = (o) => {
  for (const k of Reflect.ownKeys(o)) {
    const d = Object.getOwnPropertyDescriptor(o, k);
    if ("value" in d && typeof d.value === "object" && d.value !== null && !Object.isFrozen(d.value))
      deepFreeze(d.value);
  }
  return Object.freeze(o);
};
const cfg = deepFreeze({
  db: { host: "h", ports: [1, 2] },
  get computed() {
    return this.db.ports.length;
  },
  [Symbol.for("s")]: { x: 1 },
});
for (const f of [
  () => {
    cfg.db.host = "x";
  },
  () => {
    cfg.db.ports.push(3);
  },
  () => {
    cfg.extra = 1;
  },
  () => {
    delete cfg.db;
  },
  () => {
    cfg[Symbol.for("s")].x = 2;
  },
  () => Object.defineProperty(cfg.db, "host", { value: 1 }),
])
  try {
    f();
    console.log("changed");
  } catch (e) {
    console.log(e.constructor.name);
  }
console.log(cfg.computed, Object.isFrozen(cfg.db.ports), cfg);
const observed = (target, onSet) => {
  const out = {};
  for (const k of Object.keys(target))
    Object.defineProperty(out, k, {
      enumerable: true,
      get: () => target[k],
      set: (v) => {
        onSet(k, target[k], v);
        target[k] = v;
      },
    });
  return out;
};
const log = [];
const o = observed({ a: 1, b: 2 }, (k, was, is) => log.push(`${k}:${was}->${is}`));
o.a = 5;
o.b += 10;
({ a: o.b } = { a: 0 });
console.log(log, { ...o }, Object.keys(o));
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= TypeError
//= 2 true {
//=   db: { host: 'h', ports: [ 1, 2 ] },
//=   computed: [Getter],
//=   [Symbol(s)]: { x: 1 }
//= }
//= [ 'a:1->5', 'b:2->12', 'b:12->0' ] { a: 5, b: 0 } [ 'a', 'b' ]
