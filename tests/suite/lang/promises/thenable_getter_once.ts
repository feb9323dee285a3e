// The then of a thenable is read once, and its later calls do nothing.
const log = [];
const make = (name, run) => ({
  get then() {
    log.push("get " + name);
    return run;
  },
});
const a = make("a", (ok, no) => {
  ok(1);
  no(2);
  ok(3);
  throw new Error("late");
});
const b = make("b", () => {
  throw new TypeError("early");
});
const bad = {
  get then() {
    throw new RangeError("getter");
  },
};
console.log(await a, await Promise.resolve(a));
for (const t of [b, bad]) await Promise.resolve(t).catch((e) => log.push(e.name + " " + e.message));
console.log(await make("n", 5).then, log);
const nested = { then: (ok) => ok({ then: (ok2) => ok2("inner") }) };
console.log(await nested, await Promise.all([nested, a]), log.length);
const self = new Promise((r) => setTimeout(() => r(self)));
await self.catch((e) => console.log(e.name, e.message));
//= 1 1
//= 5 [
//=   'get a',
//=   'get a',
//=   'get b',
//=   'TypeError early',
//=   'RangeError getter',
//=   'get n'
//= ]
//= inner [ 'inner', 1 ] 7
//= TypeError Chaining cycle detected for promise #<Promise>
