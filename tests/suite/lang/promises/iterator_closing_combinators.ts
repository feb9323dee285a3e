// The combinators close their iterator where resolve throws, not where next does.
const log = [];
const items = (n, failAt) => ({
  [Symbol.iterator]() {
    let i = 0;
    return {
      next() {
        if (i === failAt) throw new Error("next " + i);
        return { done: i === n, value: i++ };
      },
      return() {
        log.push("return");
        return {};
      },
    };
  },
});
console.log(await Promise.all(items(3)), log);
await Promise.all(items(3, 1)).catch((e) => log.push(e.message));
class P extends Promise {
  static resolve(v) {
    if (v === 2) throw new Error("resolve " + v);
    return super.resolve(v);
  }
}
for (const k of ["all", "race", "any", "allSettled"]) await P[k](items(4)).catch((e) => log.push(k + ": " + e.message));
await Promise.all(5).catch((e) => log.push(e.constructor.name));
await Promise.race().catch((e) => log.push(e.constructor.name));
console.log(log, P.resolve(1) instanceof P, await Promise.all("héy"));
//= [ 0, 1, 2 ] []
//= [
//=   'next 1',
//=   'return',
//=   'all: resolve 2',
//=   'return',
//=   'race: resolve 2',
//=   'return',
//=   'any: resolve 2',
//=   'return',
//=   'allSettled: resolve 2',
//=   'TypeError',
//=   'TypeError'
//= ] true [ 'h', 'é', 'y' ]
