const order = [];
async function* g(name) {
  order.push(name + " start");
  yield name + 1;
  order.push(name + " mid");
  await null;
  yield name + 2;
  order.push(name + " end");
}
async function drain(name) {
  for await (const x of g(name)) order.push("got " + x);
  order.push("done " + name);
}
let t = Promise.resolve();
for (let i = 1; i <= 14; i++) t = t.then(() => order.push("--- " + i));
await Promise.all([drain("a"), drain("b"), t]);
console.log(order.join("\n"));
const o2 = [];
async function* ret() {
  return 1;
}
async function* retp() {
  return Promise.resolve(2);
}
async function* del() {
  yield* ret();
  yield* [Promise.resolve("s")];
  yield "last";
}
let u = Promise.resolve();
for (let i = 1; i <= 14; i++) u = u.then(() => o2.push(i));
ret()
  .next()
  .then((r) => o2.push("ret " + r.value));
retp()
  .next()
  .then((r) => o2.push("retp " + r.value));
(async () => {
  for await (const x of del()) o2.push("del " + x);
  o2.push("del done");
})();
await u;
console.log(o2.join(" "));
//= a start
//= b start
//= --- 1
//= --- 2
//= got a1
//= a mid
//= got b1
//= b mid
//= --- 3
//= --- 4
//= --- 5
//= got a2
//= a end
//= got b2
//= b end
//= --- 6
//= done a
//= done b
//= --- 7
//= --- 8
//= --- 9
//= --- 10
//= --- 11
//= --- 12
//= --- 13
//= --- 14
//= 1 2 ret 1 retp 2 3 4 5 del s 6 7 8 9 del last 10 del done 11 12 13 14
