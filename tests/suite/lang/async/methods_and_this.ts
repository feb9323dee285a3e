class Service {
  #calls = 0;
  name = "svc";
  async call(x) {
    this.#calls++;
    await null;
    return `${this.name}:${x}:${this.#calls}`;
  }
  static async make() {
    await null;
    return new this();
  }
  get lazy() {
    return (async () => this.name)();
  }
  arrow = async () => this.name;
  async *stream(n) {
    for (let i = 0; i < n; i++) yield await this.call(i);
  }
  async [Symbol.for("x")]() {
    return super.toString();
  }
}
const s = await Service.make();
console.log(await s.call("a"), await s.lazy, await (0, s.arrow)(), await s[Symbol.for("x")]());
const out = [];
for await (const v of s.stream(2)) out.push(v);
console.log(out);
try {
  await (0, s.call)();
} catch (e) {
  console.log(e.name);
}
const o = {
  async m() {
    return [...arguments].length + this.k;
  },
  k: 10,
  async: 1,
  await: 2,
  get async2() {
    return 3;
  },
};
console.log(await o.m(1, 2), o.async, o.await);
const f = async function named(n) {
  return n ? named(n - 1) : named.name;
};
console.log(
  await f(3),
  f.name,
  f.length,
  (async (a, b = 1) => {}).length,
  f instanceof Function,
  Object.prototype.toString.call(f),
  "prototype" in f,
);
try {
  new f();
} catch (e) {
  console.log(e.message);
}
await Promise.all(
  [1, 2, 3].map(async (x) => {
    await null;
    return s.call(x);
  }),
).then(console.log);
//= svc:a:1 svc svc [object Object]
//= [ 'svc:0:2', 'svc:1:3' ]
//= TypeError
//= 12 1 2
//= named named 1 1 true [object AsyncFunction] false
//= f is not a constructor
//= [ 'svc:1:6', 'svc:2:6', 'svc:3:6' ]
