// for await closes what it reads: break, throw, return, and what return gives back.
const log = [];
const source = (name, ret) => ({
  [Symbol.asyncIterator]() {
    let i = 0;
    return { next: async () => ({ value: i++, done: i > 4 }), return: (v) => (log.push(name + " closed " + v), ret()) };
  },
});
for await (const x of source("break", () => ({}))) if (x === 1) break;
try {
  for await (const x of source("throw", () => Promise.reject(new Error("lost")))) throw new Error("kept " + x);
} catch (e) {
  log.push(e.message);
}
try {
  for await (const x of source("bad", () => 5)) break;
} catch (e) {
  log.push(e.constructor.name);
}
const f = async () => {
  for await (const x of source("return", async () => ({ done: true }))) return "value " + x;
};
log.push(await f());
outer: for (const k of [1, 2]) for await (const x of source("label" + k, () => ({}))) if (x) continue outer;
for await (const x of source("end", () => ({}))) log.push(x);
console.log(log);
async function* twice(n) {
  for await (const v of n) yield* [v, v * 10];
}
const all = [];
for await (const v of twice([1, Promise.resolve(2)])) all.push(v);
console.log(all);
//= [
//=   'break closed undefined',
//=   'throw closed undefined',
//=   'kept 0',
//=   'bad closed undefined',
//=   'TypeError',
//=   'return closed undefined',
//=   'value 0',
//=   'label1 closed undefined',
//=   'label2 closed undefined',
//=   0,
//=   1,
//=   2,
//=   3
//= ]
//= [ 1, 10, 2, 20 ]
