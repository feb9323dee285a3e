//- schedule: v1 model=tasks granularity=access time=exact seed=0 : 0*2 1 2 1 2
// lanes: model=tasks
//- events
let counter = 0;
async function add() {
  const seen = counter;
  await yieldNow();
  counter = seen + 1;
}
spawn("A", add);
spawn("B", add);
