const compose = (mw) => (ctx, next) => {
  let last = -1;
  const dispatch = async (i) => {
    if (i <= last) throw new Error("next() called multiple times");
    last = i;
    const fn = i === mw.length ? next : mw[i];
    if (fn) return fn(ctx, () => dispatch(i + 1));
  };
  return dispatch(0);
};
class Router {
  #routes = [];
  #mw = [];
  use(fn) {
    this.#mw.push(fn);
    return this;
  }
  add(method, path, handler) {
    const keys = [];
    const re = new RegExp(
      "^" + path.replace(/:(\w+)/g, (_, k) => (keys.push(k), "([^/]+)")).replace(/\*/g, ".*") + "$",
    );
    this.#routes.push({ method, re, keys, handler });
    return this;
  }
  async handle(method, url) {
    const [path, query = ""] = url.split("?");
    const ctx = {
      method,
      path,
      query: Object.fromEntries(
        query
          .split("&")
          .filter(Boolean)
          .map((p) => p.split("=").map(decodeURIComponent)),
      ),
      status: 404,
      body: null,
      log: [],
    };
    await compose([
      ...this.#mw,
      async (c, next) => {
        for (const { method: m, re, keys, handler } of this.#routes) {
          const match = m === method && path.match(re);
          if (match) {
            c.params = Object.fromEntries(keys.map((k, i) => [k, match[i + 1]]));
            c.status = 200;
            c.body = await handler(c);
            return;
          }
        }
        await next();
      },
    ])(ctx);
    return ctx;
  }
}
for (const m of ["get", "post", "delete"])
  Router.prototype[m] = function (path, h) {
    return this.add(m.toUpperCase(), path, h);
  };
const app = new Router();
app.use(async (c, next) => {
  c.log.push("a>");
  try {
    await next();
  } catch (e) {
    c.status = e.status ?? 500;
    c.body = { error: e.message };
  }
  c.log.push("<a");
});
app.use(async (c, next) => {
  c.log.push("b>");
  await next();
  c.log.push("<b");
});
app.get("/users/:id", async ({ params, query }) => ({ ...params, ...query }));
app.post("/boom", () => {
  throw Object.assign(new Error("teapot"), { status: 418 });
});
app.get("/files/*", (c) => c.path);
app.delete("/x", async (c) => {
  await Promise.reject(new TypeError("no"));
});
for (const [m, u] of [
  ["GET", "/users/42?x=1&y=a%20b"],
  ["POST", "/boom"],
  ["GET", "/files/a/b.txt"],
  ["GET", "/nope"],
  ["DELETE", "/x"],
]) {
  const { status, body, log, params } = await app.handle(m, u);
  console.log(m, u, status, body, log.join(" "), params);
}
await compose([
  async (c, n) => {
    await n();
    await n();
  },
])({}).catch((e) => console.log(e.message));
console.log(Object.keys(Router.prototype), Router.prototype.get.name, app);
class Store {
  #state;
  #subs = new Set();
  #reducers;
  #history = [];
  constructor(reducers, initial = {}) {
    this.#reducers = reducers;
    this.#state = initial;
    this.dispatch({ type: "@@init" });
  }
  get state() {
    return structuredClone(this.#state);
  }
  dispatch = (action) => {
    if (typeof action === "function") return action(this.dispatch, () => this.state);
    this.#history.push(action.type);
    const next = Object.fromEntries(Object.entries(this.#reducers).map(([k, r]) => [k, r(this.#state[k], action)]));
    if (JSON.stringify(next) !== JSON.stringify(this.#state)) {
      this.#state = next;
      this.#subs.forEach((f) => f(this.state, action));
    }
    return action;
  };
  subscribe(f) {
    this.#subs.add(f);
    return () => this.#subs.delete(f);
  }
  get history() {
    return [...this.#history];
  }
}
const store = new Store({
  count: (s = 0, { type, by = 1 }) => ({ inc: s + by, dec: s - by })[type] ?? s,
  todos: (s = [], { type, text, i }) => {
    switch (type) {
      case "add":
        return [...s, { text, done: false }];
      case "toggle":
        return s.map((t, j) => (j === i ? { ...t, done: !t.done } : t));
      default:
        return s;
    }
  },
});
const off = store.subscribe((s, a) => console.log(a.type, JSON.stringify(s)));
store.dispatch({ type: "inc", by: 5 });
store.dispatch({ type: "add", text: "x" });
store.dispatch({ type: "toggle", i: 0 });
store.dispatch({ type: "noop" });
await store.dispatch(async (d, get) => {
  await null;
  d({ type: "dec", by: get().count });
});
console.log(off(), off());
store.dispatch({ type: "inc" });
console.log(store.history, store.state, store);
//= GET /users/42?x=1&y=a%20b 200 { id: '42', x: '1', y: 'a b' } a> b> <b <a { id: '42' }
//= POST /boom 418 { error: 'teapot' } a> b> <a {}
//= GET /files/a/b.txt 200 /files/a/b.txt a> b> <b <a {}
//= GET /nope 404 null a> b> <b <a undefined
//= DELETE /x 500 { error: 'no' } a> b> <a {}
//= next() called multiple times
//= [ 'get', 'post', 'delete' ]  Router {}
//= inc {"count":5,"todos":[]}
//= add {"count":5,"todos":[{"text":"x","done":false}]}
//= toggle {"count":5,"todos":[{"text":"x","done":true}]}
//= dec {"count":0,"todos":[{"text":"x","done":true}]}
//= true false
//= [
//=   '@@init', 'inc',
//=   'add',    'toggle',
//=   'noop',   'dec',
//=   'inc'
//= ] { count: 1, todos: [ { text: 'x', done: true } ] } Store { dispatch: [Function: dispatch] }
