console.log(Promise.resolve(1), Promise.resolve({ a: [1] }), new Promise(() => {}), (async () => {})());
const rejected = Promise.reject(new RangeError("x"));
rejected.catch(() => {});
const plain = Promise.reject(3);
plain.catch(() => {});
console.log(plain, [Promise.resolve("s")], { p: Promise.resolve() });
class Mine extends Promise {}
console.log(
  Mine.resolve(2),
  Object.assign(Promise.resolve(1), { extra: true }),
  String(plain),
  Object.prototype.toString.call(plain),
  JSON.stringify(plain),
);
const { a = Promise.resolve("default") } = {};
console.log(await a, typeof a, a.constructor === Promise, Object.keys(a));
//= Promise { 1 } Promise { { a: [ 1 ] } } Promise { <pending> } Promise { undefined }
//= Promise { <rejected> 3 } [ Promise { 's' } ] { p: Promise { undefined } }
//= Mine [Promise] { 2 } Promise { 1, extra: true } [object Promise] [object Promise] {}
//= default object true []
