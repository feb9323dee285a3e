// lanes: seed=11
const times = [];
for (let i = 0; i < 6; i++) {
  const before = Date.now();
  await io("network", [10, 14]);
  times.push(Date.now() - before);
}
console.log(times.every((time) => time >= 10 && time <= 14), times.join(" "));
//= true 13 13 14 11 13 14
