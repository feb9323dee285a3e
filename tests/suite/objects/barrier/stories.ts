// Nobody goes on before all have arrived, round after round; the last one is told so.
const round = new Barrier(3);
const log: string[] = [];
const walkers = [1, 2, 3].map((n) => spawn(`walker ${n}`, async () => {
  for (let i = 0; i < 2; i++) {
    await sleep(n);
    const isLast = await round.wait();
    log.push(`${i}${isLast ? " last" : ""}`);
  }
}));
await sleep(2.5);
console.log(round.parties, round.waiting);
await Promise.all(walkers);
console.log(log.sort().join(", "), round.waiting);

// A wait that is given up undoes the arrival: one more is missing again.
const pair = new Barrier(2);
try {
  await pair.wait({ timeoutMs: 5 });
} catch (error) {
  console.log((error as Error).message, pair.waiting);
}
const met = spawn("met", () => pair.wait());
await sleep(1);
console.log(pair.waiting, await pair.wait(), await met);
console.log(await new Barrier(1).wait());
for (const parties of [0, -1, 1.5, NaN, Infinity]) {
  try {
    new Barrier(parties);
  } catch (error) {
    console.log((error as Error).name, (error as Error).message);
  }
}
//= 3 2
//= 0, 0, 0 last, 1, 1, 1 last 0
//= pair.wait(): timed out after 5 ms 0
//= 1 true false
//= true
//= RangeError new Barrier: a barrier is for at least 1 party, not 0
//= RangeError new Barrier: parties must be a whole number of at least 0, not -1
//= RangeError new Barrier: parties must be a whole number of at least 0, not 1.5
//= RangeError new Barrier: parties must be a whole number of at least 0, not NaN
//= RangeError new Barrier: parties must be a whole number of at least 0, not Infinity
