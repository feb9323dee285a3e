const log = [];
const p = Promise.reject(new Error("late but fine"));
queueMicrotask(() => p.catch((e) => log.push(e.message)));
await null;
await null;
console.log(log);
const q = new Promise((_, reject) => setTimeout(() => reject(new Error("timer")), 1));
const handled = q.then(
  () => "no",
  (e) => e.message,
);
console.log(await handled);
const both = Promise.all([Promise.reject(1), Promise.reject(2), Promise.reject(3)]).catch((e) => e);
console.log(await both);
const settled = await Promise.allSettled([
  (async () => {
    throw 1;
  })(),
  {
    then(_, r) {
      r(2);
    },
  },
]);
console.log(settled.map((s) => s.reason));
const chain = Promise.reject("x")
  .finally(() => log.push("fin"))
  .then(() => log.push("never"))
  .catch((e) => log.push("end " + e));
await chain;
console.log(log);
//= [ 'late but fine' ]
//= timer
//= 1
//= [ 1, 2 ]
//= [ 'late but fine', 'fin', 'end x' ]
