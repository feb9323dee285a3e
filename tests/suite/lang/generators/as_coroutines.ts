function run(gen) {
  return new Promise((resolve, reject) => {
    const it = gen();
    const step = (method, value) => {
      let r;
      try {
        r = it[method](value);
      } catch (e) {
        return reject(e);
      }
      if (r.done) return resolve(r.value);
      Promise.resolve(r.value).then(
        (v) => step("next", v),
        (e) => step("throw", e),
      );
    };
    step("next");
  });
}
const wait = (ms, v) => new Promise((r) => setTimeout(r, ms, v));
const result = await run(function* () {
  const a = yield wait(5, 1);
  const [b, c] = yield Promise.all([wait(3, 2), 3]);
  try {
    yield Promise.reject(new Error("inside"));
  } catch (e) {
    console.log("caught", e.message);
  }
  return a + b + c;
});
console.log(result);
await run(function* () {
  yield 1;
  throw new Error("out");
}).catch((e) => console.log(e.message));
function* scheduler(...tasks) {
  while (tasks.length) {
    const t = tasks.shift();
    const { done, value } = t.next();
    if (!done) {
      tasks.push(t);
      yield value;
    }
  }
}
function* job(name, n) {
  for (let i = 0; i < n; i++) yield name + i;
}
console.log([...scheduler(job("a", 2), job("b", 3), job("c", 1))].join(" "));
//= caught inside
//= 6
//= out
//= a0 b0 c0 a1 b1 b2
