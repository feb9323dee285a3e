// lanes: model=threads
// Three workers, two phases: nobody may read the others' halves
// before all are written. The barrier lets them on together.
// Take it away and press Prove.
const halves = [0, 0, 0];
const meeting = new Barrier(3);
let sums = 0;

async function worker(me: number) {
  halves[me] = 10;
  await meeting.wait();
  const next = halves[(me + 1) % 3];
  assert(next === 10, `worker ${me} came too early`);
}

await Promise.all(
  [0, 1, 2].map((me) => spawn(`worker ${me}`, () => worker(me))),
);
console.log(halves.join(" "));
