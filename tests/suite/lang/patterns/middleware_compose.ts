const compose = (ms) => (ctx, next) => {
  let last = -1;
  const dispatch = async (i) => {
    if (i <= last) throw new Error("next() called twice");
    last = i;
    const f = i === ms.length ? next : ms[i];
    return f?.(ctx, () => dispatch(i + 1));
  };
  return dispatch(0);
};
const log = [];
const app = compose([
  async (c, next) => {
    log.push("1 in");
    try {
      await next();
    } catch (e) {
      c.status = 500;
      c.body = e.message;
    }
    log.push("1 out");
  },
  async (c, next) => {
    const t = performance.now();
    await next();
    c.took = performance.now() - t < 1000;
  },
  async (c, next) => {
    log.push("3 " + c.path);
    if (c.path === "/fail") throw new Error("handler failed");
    if (c.path === "/twice") {
      await next();
      await next();
    }
    c.status = 200;
    c.body = c.path.slice(1);
    await next();
    log.push("3 out");
  },
]);
for (const path of ["/ok", "/fail", "/twice"]) {
  const c = { path };
  await app(c);
  console.log(c);
}
console.log(log.join(" | "));
const router = () => {
  const rs = [];
  const self = {
    get: (p, h) => (rs.push([new RegExp("^" + p.replace(/:(\w+)/g, "(?<$1>[^/]+)") + "$"), h]), self),
    handle: async (p) => {
      for (const [re, h] of rs) {
        const m = re.exec(p);
        if (m) return h({ params: { ...m.groups } });
      }
      return "404";
    },
  };
  return self;
};
const r = router()
  .get("/users/:id", ({ params }) => `user ${params.id}`)
  .get("/a/:x/b/:y", async ({ params: { x, y } }) => x + y);
console.log(await r.handle("/users/7"), await r.handle("/a/1/b/2"), await r.handle("/nope"));
class Container {
  #f = new Map();
  #s = new Map();
  register(n, f, { single = true } = {}) {
    this.#f.set(n, { f, single });
    return this;
  }
  get(n) {
    const d = this.#f.get(n);
    if (!d) throw new Error(`unknown ${n}`);
    if (!d.single) return d.f(this);
    if (!this.#s.has(n)) this.#s.set(n, d.f(this));
    return this.#s.get(n);
  }
}
const box = new Container()
  .register("cfg", () => ({ n: 1 }))
  .register("svc", (c) => ({ cfg: c.get("cfg") }), { single: false });
console.log(box.get("svc") !== box.get("svc"), box.get("svc").cfg === box.get("cfg"));
try {
  box.get("x");
} catch (e) {
  console.log(e.message);
}
const plugins = [
  { name: "a", setup: (api) => api.hook("start", () => "A") },
  { name: "b", setup: (api) => api.hook("start", async () => "B") },
];
const hooks = {};
for (const { name, setup } of plugins) setup({ hook: (h, f) => (hooks[h] ??= []).push({ name, f }) });
for (const { name, f } of hooks.start) console.log(name, await f());
//= { path: '/ok', status: 200, body: 'ok', took: true }
//= { path: '/fail', status: 500, body: 'handler failed' }
//= { path: '/twice', status: 500, body: 'next() called twice' }
//= 1 in | 3 /ok | 3 out | 1 out | 1 in | 3 /fail | 1 out | 1 in | 3 /twice | 1 out
//= user 7 12 404
//= true true
//= unknown x
//= a A
//= b B
