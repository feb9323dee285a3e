const log = (...a) => console.log(...a);
log(
  await Promise.all("ab"),
  await Promise.all(new Set([1, Promise.resolve(2)])),
  await Promise.all(
    (function* () {
      yield 1;
    })(),
  ),
);
await Promise.all(5).catch((e) => log(e.name, e.message));
await Promise.all().catch((e) => log(e.message));
const slow = (ms, v, fail) => new Promise((r, j) => setTimeout(fail ? j : r, ms, v));
log(await Promise.all([slow(20, "a"), slow(10, "b")]), await Promise.race([slow(20, "a"), slow(10, "b")]));
log(await Promise.allSettled([slow(2, "ok"), slow(1, "no", true), 3]));
log(await Promise.any([slow(1, "x", true), slow(9, "y"), slow(5, "z")]));
await Promise.any([slow(2, new Error("e1"), true), slow(1, "e2", true)]).catch((e) =>
  log(e.constructor.name, e.message, e.errors.map(String)),
);
await Promise.any([]).catch((e) => log(e.message, e.errors));
await Promise.race([Promise.reject(new Error("fast")), slow(1, 1)]).catch((e) => log(e.message));
const never = await Promise.race([Promise.race([]), slow(5, "timeout")]);
log(never);
let closed = 0;
const it = {
  [Symbol.iterator]() {
    return {
      next: () => ({ value: 1, done: false }),
      return() {
        closed++;
        return {};
      },
    };
  },
};
const resolve = Promise.resolve;
Promise.resolve = () => {
  throw new Error("patched resolve");
};
const r = Promise.all(it);
Promise.resolve = resolve;
await r.catch((e) => log(e.message, closed));
//= [ 'a', 'b' ] [ 1, 2 ] [ 1 ]
//= TypeError number 5 is not iterable (cannot read property Symbol(Symbol.iterator))
//= undefined is not iterable (cannot read property Symbol(Symbol.iterator))
//= [ 'a', 'b' ] b
//= [
//=   { status: 'fulfilled', value: 'ok' },
//=   { status: 'rejected', reason: 'no' },
//=   { status: 'fulfilled', value: 3 }
//= ]
//= z
//= AggregateError All promises were rejected [ 'Error: e1', 'e2' ]
//= All promises were rejected []
//= fast
//= timeout
//= patched resolve 1
