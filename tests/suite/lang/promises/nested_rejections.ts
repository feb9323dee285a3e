const log = [];
const p = Promise.reject(new Error("one"));
const results = await Promise.allSettled([
  p,
  p.catch(() => "handled"),
  p.finally(() => log.push("fin")),
  p.then(() => "never"),
  p.then(undefined, (e) => {
    throw new TypeError(e.message + "!");
  }),
]);
console.log(
  results.map((r) => r.value ?? `${r.reason.name}:${r.reason.message}`),
  log,
);
const outer = async () => {
  try {
    await (async () => {
      try {
        throw new Error("inner");
      } finally {
        await null;
        log.push("inner finally");
      }
    })();
  } catch (e) {
    log.push("caught " + e.message);
    throw new Error("outer", { cause: e });
  } finally {
    log.push("outer finally");
  }
};
await outer().catch((e) => log.push(`${e.message} <- ${e.cause.message}`));
console.log(log);
const late = Promise.reject(1);
await null;
late.catch(() => {});
console.log(await late.then(null, (x) => x));
const e1 = await Promise.any([Promise.reject(1), Promise.reject(2)]).catch((e) => e);
console.log(e1.errors, e1.message, e1 instanceof AggregateError);
console.log(
  await Promise.race([new Promise(() => {}), Promise.reject("r")]).catch((x) => x),
  await Promise.all([1, Promise.reject("a"), Promise.reject("b")]).catch((x) => x),
);
//= [ 'Error:one', 'handled', 'Error:one', 'Error:one', 'TypeError:one!' ] [ 'fin' ]
//= [
//=   'fin',
//=   'inner finally',
//=   'caught inner',
//=   'outer finally',
//=   'outer <- inner'
//= ]
//= 1
//= [ 1, 2 ] All promises were rejected true
//= r a
