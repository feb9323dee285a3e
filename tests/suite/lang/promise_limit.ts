function pLimit(n) {
  let active = 0;
  const queue = [];
  const next = () => {
    active--;
    if (queue.length > 0) queue.shift()();
  };
  return async (fn) => {
    if (active >= n) await new Promise((r) => queue.push(r));
    active++;
    try {
      return await fn();
    } finally {
      next();
    }
  };
}
const limit = pLimit(2);
const log = [];
const job = (id, ms) => limit(async () => {
  log.push("+" + id);
  await new Promise((r) => setTimeout(r, ms));
  log.push("-" + id);
  return id;
});
console.log(await Promise.all([job(1, 30), job(2, 10), job(3, 10), job(4, 35)]));
console.log(log.join(" "));
//= [ 1, 2, 3, 4 ]
//= +1 +2 -2 +3 -3 +4 -1 -4
