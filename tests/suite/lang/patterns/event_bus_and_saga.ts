class Bus {
  handlers = {};
  on(t, h) {
    (this.handlers[t] ??= []).push(h);
    return this;
  }
  async emit(t, p) {
    const out = [];
    for (const h of this.handlers[t] ?? []) out.push(await h(p));
    return out;
  }
}
const bus = new Bus()
  .on("order", async ({ id }) => `reserved ${id}`)
  .on("order", ({ id }) => {
    if (id === 2) throw new Error("no stock");
    return `charged ${id}`;
  });
console.log(await bus.emit("order", { id: 1 }), await bus.emit("none"));
await bus.emit("order", { id: 2 }).catch((e) => console.log(e.message));
async function saga(steps, ctx) {
  const done = [];
  try {
    for (const { name, run, undo } of steps) {
      await run(ctx);
      done.unshift({ name, undo });
      ctx.log.push("did " + name);
    }
    return "committed";
  } catch (e) {
    for (const { name, undo } of done) {
      await undo?.(ctx);
      ctx.log.push("undid " + name);
    }
    return `rolled back: ${e.message}`;
  }
}
const steps = (fail) =>
  ["reserve", "charge", "ship"].map((name) => ({
    name,
    run: async () => {
      await null;
      if (name === fail) throw new Error(`${name} failed`);
    },
    undo: name === "reserve" ? undefined : async () => null,
  }));
for (const f of [null, "reserve", "ship"]) {
  const ctx = { log: [] };
  console.log(await saga(steps(f), ctx), ctx.log.join(", "));
}
//= [ 'reserved 1', 'charged 1' ] []
//= no stock
//= committed did reserve, did charge, did ship
//= rolled back: reserve failed
//= rolled back: ship failed did reserve, did charge, undid charge, undid reserve
