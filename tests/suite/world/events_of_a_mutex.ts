// lanes: model=tasks
//- events
const m = new Mutex();
spawn("A", async () => {
  await m.lock();
  await sleep(5);
  m.unlock();
});
spawn("B", async () => {
  await m.lock();
  m.unlock();
});
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L3 created #0 "m" Mutex fair=true reentrant=false
//= 0 0 ms #1 L4 spawned "A" by #0
//= 0 0 ms #2 L9 spawned "B" by #0
//= 0 0 ms #0 L9 finished
//= 1 0 ms #1 L4 resumed
//= 1 0 ms #1 L5 acquired #0
//= 1 0 ms #1 L5 paused
//= 2 0 ms #2 L9 resumed
//= 2 0 ms #2 L10 queued #0 lock at 0
//= 2 0 ms #2 L10 blocked on lock #0
//= 3 0 ms #1 L5 resumed
//= 3 0 ms #1 L6 sleeps until 5 ms
//= 4 5 ms #0 L0 clock moved from 0 ms
//= 4 5 ms #1 L0 woken by the clock
//= 5 5 ms #1 L6 resumed
//= 5 5 ms #1 L7 released #0
//= 5 5 ms #1 L7 handed off #0 to #2
//= 5 5 ms #2 L7 acquired #0
//= 5 5 ms #2 L7 woken by #1
//= 5 5 ms #1 L7 finished
//= 6 5 ms #2 L10 resumed
//= 6 5 ms #2 L11 released #0
//= 6 5 ms #2 L11 finished
//= 6 5 ms #2 L11 run finished
