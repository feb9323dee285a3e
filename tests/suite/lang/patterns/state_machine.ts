const machine = (def) => {
  let state = def.initial;
  const listeners = new Set();
  return {
    get state() {
      return state;
    },
    can: (e) => e in (def.states[state]?.on ?? {}),
    send(event, payload) {
      const t = def.states[state]?.on?.[event];
      if (!t) throw new Error(`no "${event}" in "${state}"`);
      const { target, action } = typeof t === "string" ? { target: t } : t;
      action?.(payload);
      const from = state;
      state = target;
      listeners.forEach((l) => l({ from, to: state, event }));
      return this;
    },
    subscribe(f) {
      listeners.add(f);
      return () => listeners.delete(f);
    },
  };
};
const log = [];
const door = machine({
  initial: "closed",
  states: {
    closed: { on: { OPEN: "open", LOCK: { target: "locked", action: (k) => log.push("key " + k) } } },
    open: { on: { CLOSE: "closed" } },
    locked: { on: { UNLOCK: "closed" } },
  },
});
const off = door.subscribe((t) => log.push(`${t.from}-${t.event}->${t.to}`));
door.send("OPEN").send("CLOSE").send("LOCK", 7);
try {
  door.send("OPEN");
} catch (e) {
  log.push(e.message);
}
off();
door.send("UNLOCK");
console.log(log, door.state, door.can("OPEN"), door);
const reducer = (s = { n: 0, todos: [] }, a) => {
  switch (a?.type) {
    case "inc":
      return { ...s, n: s.n + (a.by ?? 1) };
    case "add":
      return { ...s, todos: [...s.todos, { id: s.todos.length, text: a.text, done: false }] };
    case "toggle":
      return { ...s, todos: s.todos.map((t) => (t.id === a.id ? { ...t, done: !t.done } : t)) };
    default:
      return s;
  }
};
const store = ((r) => {
  let s = r();
  const subs = [];
  return {
    get: () => s,
    dispatch: (a) => {
      s = r(s, a);
      subs.forEach((f) => f(s));
      return a;
    },
    sub: (f) => subs.push(f),
  };
})(reducer);
store.sub(({ n }) => n > 2 && console.log("n is", n));
[{ type: "inc" }, { type: "inc", by: 5 }, { type: "add", text: "x" }, { type: "toggle", id: 0 }, {}].forEach(
  store.dispatch,
);
console.log(store.get());
//= [
//=   'closed-OPEN->open',
//=   'open-CLOSE->closed',
//=   'key 7',
//=   'closed-LOCK->locked',
//=   'no "OPEN" in "locked"'
//= ] closed true {
//=   state: [Getter],
//=   can: [Function: can],
//=   send: [Function: send],
//=   subscribe: [Function: subscribe]
//= }
//= n is 6
//= n is 6
//= n is 6
//= n is 6
//= { n: 6, todos: [ { id: 0, text: 'x', done: true } ] }
