// Promise.any: order of the errors, empty lists, values that are not promises.
const late = (v, ms) => new Promise((_, no) => setTimeout(no, ms, v));
try {
  await Promise.any([late("x", 9), late("y", 1), Promise.reject("z")]);
} catch (e) {
  console.log(e.name, e.message, e.errors, e instanceof AggregateError);
}
await Promise.any([]).catch((e) => console.log(e.constructor.name, e.errors));
console.log(await Promise.any([late(1, 1), 7, Promise.resolve(8)]));
const e = new AggregateError(new Set([1, "two"]), "msg", { cause: 3 });
console.log(e.errors, e.message, e.cause, Object.getOwnPropertyDescriptor(e, "errors"));
console.log(Object.prototype.toString.call(e), String(e), AggregateError.length, Promise.any.length);
const order = [];
Promise.race([]).then(() => order.push("never"));
Promise.all([]).then(() => order.push("all"));
Promise.allSettled([]).then(() => order.push("settled"));
Promise.any([]).catch(() => order.push("any"));
Promise.resolve().then(() => order.push("then"));
await new Promise((r) => setTimeout(r));
console.log(order);
console.log(await Promise.allSettled([1, Promise.reject(2), { then: (ok) => ok(3) }]));
//= AggregateError All promises were rejected [ 'x', 'y', 'z' ] true
//= AggregateError []
//= 7
//= [ 1, 'two' ] msg 3 {
//=   value: [ 1, 'two' ],
//=   writable: true,
//=   enumerable: false,
//=   configurable: true
//= }
//= [object Error] AggregateError: msg 2 1
//= [ 'all', 'settled', 'any', 'then' ]
//= [
//=   { status: 'fulfilled', value: 1 },
//=   { status: 'rejected', reason: 2 },
//=   { status: 'fulfilled', value: 3 }
//= ]
