// lanes: seed=5
// How long something takes by a distribution, in whole milliseconds; the same with the same seed, on every machine.
const distributions: any[] = [
  { distribution: "fixed", ms: 7 },
  { distribution: "uniform", min: 10, max: 20 },
  { distribution: "exponential", mean: 50 },
  { distribution: "log-normal", median: 50, sigma: 0.8 },
];
for (const distribution of distributions) {
  const times: number[] = [];
  for (let i = 0; i < 6; i++) {
    const before = performance.now();
    await io("disk", distribution);
    times.push(performance.now() - before);
  }
  console.log(distribution.distribution, times.join(" "));
}
for (const wrong of [{ distribution: "poisson" }, { distribution: "exponential" }, { distribution: "uniform", min: 5, max: 1 }, {}]) {
  try {
    io("disk", wrong as any);
  } catch (error) {
    console.log(error.message);
  }
}
//= fixed 7 7 7 7 7 7
//= uniform 13 17 20 14 12 15
//= exponential 42 77 12 19 19 4
//= log-normal 175 27 36 174 73 7
//= io takes milliseconds that are not negative, one number, [least, most] or a distribution, not {distribution: "poisson"}
//= io takes milliseconds that are not negative, one number, [least, most] or a distribution, not {distribution: "exponential"}
//= io takes milliseconds that are not negative, one number, [least, most] or a distribution, not {distribution: "uniform", min: 5, max: …
//= io takes milliseconds that are not negative, one number, [least, most] or a distribution, not {}
