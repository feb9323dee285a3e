// lanes: model=tasks
//- events
const lock = new Mutex();
async function worker() {
  await lock.lock();
  if (lock.waiting > 0) lock.unlock();
}
spawn("A", async () => {
  await lock.lock();
  await sleep(1);
  lock.unlock();
});
spawn("B", worker);
spawn("C", worker);
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L3 created #0 "lock" Mutex fair=true reentrant=false
//= 0 0 ms #1 L8 spawned "A" by #0
//= 0 0 ms #2 L13 spawned "B" by #0
//= 0 0 ms #3 L14 spawned "C" by #0
//= 0 0 ms #0 L14 finished
//= 1 0 ms #1 L8 resumed
//= 1 0 ms #1 L9 acquired #0
//= 1 0 ms #1 L9 paused
//= 2 0 ms #2 L13 resumed
//= 2 0 ms #2 L5 queued #0 lock at 0
//= 2 0 ms #2 L5 blocked on lock #0
//= 3 0 ms #3 L14 resumed
//= 3 0 ms #3 L5 queued #0 lock at 1
//= 3 0 ms #3 L5 blocked on lock #0
//= 4 0 ms #1 L9 resumed
//= 4 0 ms #1 L10 sleeps until 1 ms
//= 5 1 ms #0 L0 clock moved from 0 ms
//= 5 1 ms #1 L0 woken by the clock
//= 6 1 ms #1 L10 resumed
//= 6 1 ms #1 L11 released #0
//= 6 1 ms #1 L11 handed off #0 to #2
//= 6 1 ms #2 L11 acquired #0
//= 6 1 ms #2 L11 woken by #1
//= 6 1 ms #1 L11 finished
//= 7 1 ms #2 L5 resumed
//= 7 1 ms #2 L6 released #0
//= 7 1 ms #2 L6 handed off #0 to #3
//= 7 1 ms #3 L6 acquired #0
//= 7 1 ms #3 L6 woken by #2
//= 7 1 ms #2 L6 finished
//= 8 1 ms #3 L5 resumed
//= 8 1 ms #3 L6 finished
//= 8 1 ms #3 L5 leaked #0
//= 8 1 ms #3 L6 run finished
