//- schedule: v1 model=tasks granularity=access time=exact seed=0 : 0 1 2 1 2
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
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #1 L10 spawned "A" by #0
//= 0 0 ms #2 L11 spawned "B" by #0
//= 0 0 ms #0 L11 finished
//= 1 0 ms #1 L10 resumed
//= 1 0 ms #1 L6 read counter is 0
//= 1 0 ms #1 L7 paused
//= 2 0 ms #2 L11 resumed
//= 2 0 ms #2 L6 read counter is 0
//= 2 0 ms #2 L7 paused
//= 3 0 ms #1 L7 resumed
//= 3 0 ms #1 L8 wrote counter = 1 was 0
//= 3 0 ms #1 L7 finished
//= 4 0 ms #2 L7 resumed
//= 4 0 ms #2 L8 wrote counter = 1 was 1
//= 4 0 ms #2 L8 lost update of counter: read on L6, overwritten by #1 on L8
//= 4 0 ms #2 L7 finished
//= 4 0 ms #2 L7 run finished
