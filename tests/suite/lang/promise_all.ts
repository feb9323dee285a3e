const wait = (ms, v) => new Promise((r) => setTimeout(() => r(v), ms));
const fail = (ms, m) => new Promise((_, j) => setTimeout(() => j(new Error(m)), ms));
console.log(await Promise.all([wait(30, "a"), 2, wait(10, "c"), Promise.resolve(4)]));
console.log(await Promise.all([]));
try {
  await Promise.all([wait(50, 1), fail(10, "first"), fail(20, "second")]);
} catch (e) {
  console.log(e.message);
}
const settled = await Promise.allSettled([wait(5, "x"), fail(5, "y"), 3]);
console.log(settled.map((s) => s.status + " " + (s.value ?? s.reason.message)));
console.log(await Promise.race([wait(30, "slow"), wait(10, "fast")]));
console.log(await Promise.any([fail(5, "n"), wait(20, "ok")]));
try {
  await Promise.any([fail(5, "n1"), fail(6, "n2")]);
} catch (e) {
  console.log(e.name, e.message, e.errors.map((x) => x.message));
}
//= [ 'a', 2, 'c', 4 ]
//= []
//= first
//= [ 'fulfilled x', 'rejected y', 'fulfilled 3' ]
//= fast
//= ok
//= AggregateError All promises were rejected [ 'n1', 'n2' ]
