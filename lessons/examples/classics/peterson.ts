// lanes: model=threads
// Two tasks keep each other out without a lock (Peterson,
// 1981): I want in, but after you. A check finds races, because
// nothing orders these accesses, and yet never both inside.
// Write `turn` before `wants` and check again.
const wants = [false, false];
let turn = 0;

async function task(me: number) {
  const other = 1 - me;
  wants[me] = true;
  turn = other;
  while (wants[other] && turn === other) await yieldNow();
  critical("inside");
  wants[me] = false;
}

await Promise.all([spawn("A", () => task(0)), spawn("B", () => task(1))]);
