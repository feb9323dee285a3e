const locks = new Map();
const withLock = (key, f) => {
  const before = locks.get(key) ?? Promise.resolve();
  const run = before.then(f, f);
  const tail = run.then(
    () => {},
    () => {},
  );
  locks.set(key, tail);
  tail.then(() => {
    if (locks.get(key) === tail) locks.delete(key);
  });
  return run;
};
const log = [];
const sleep = (ms) => new Promise((r) => setTimeout(r, ms));
const job = (key, name, ms, fails) =>
  withLock(key, async () => {
    log.push(`${key}:${name}+`);
    await sleep(ms);
    log.push(`${key}:${name}-`);
    if (fails) throw new Error(name);
    return name;
  });
console.log(
  (await Promise.allSettled([job("a", 1, 20), job("a", 2, 1, true), job("b", 1, 5), job("a", 3, 1)])).map(
    (r) => r.value ?? r.reason.message,
  ),
);
console.log(log.join(" "), locks.size);
let counter = 0;
await Promise.all(
  Array.from({ length: 5 }, () =>
    withLock("c", async () => {
      const v = counter;
      await null;
      counter = v + 1;
    }),
  ),
);
console.log(counter);
//= [ 1, '2', 1, 3 ]
//= a:1+ b:1+ b:1- a:1- a:2+ a:2- a:3+ a:3- 0
//= 5
