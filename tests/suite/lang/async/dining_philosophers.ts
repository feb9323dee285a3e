const forks = Array.from({ length: 3 }, () => ({ busy: false, queue: [] }));
const take = async (f) => {
  while (f.busy) await new Promise((r) => f.queue.push(r));
  f.busy = true;
};
const put = (f) => {
  f.busy = false;
  f.queue.shift()?.();
};
const meals = [0, 0, 0],
  log = [];
const dine = async (i) => {
  const [a, b] = [i, (i + 1) % 3].sort((x, y) => x - y).map((k) => forks[k]);
  for (let n = 0; n < 2; n++) {
    await take(a);
    await null;
    await take(b);
    log.push(`${i}+`);
    meals[i]++;
    await null;
    log.push(`${i}-`);
    put(b);
    put(a);
  }
};
await Promise.all([0, 1, 2].map(dine));
console.log(
  meals,
  log.length,
  forks.every((f) => !f.busy),
);
let eating = 0,
  most = 0;
for (const e of log) {
  eating += e[1] === "+" ? 1 : -1;
  most = Math.max(most, eating);
}
console.log(most, eating, log.join(" "));
//= [ 2, 2, 2 ] 12 true
//= 1 0 1+ 1- 1+ 1- 0+ 0- 0+ 0- 2+ 2- 2+ 2-
