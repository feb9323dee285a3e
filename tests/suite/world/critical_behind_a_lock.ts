// lanes: model=threads
//- events
const lock = new Mutex();
async function worker() {
  await lock.lock();
  critical();
  lock.unlock();
}
spawn("A", worker);
spawn("B", worker);
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L3 created #0 "lock" Mutex fair=true reentrant=false
//= 0 0 ms #1 L9 spawned "A" by #0
//= 0 0 ms #2 L10 spawned "B" by #0
//= 0 0 ms #0 L10 finished
//= 1 0 ms #1 L9 resumed
//= 1 0 ms #1 L5 acquired #0
//= 1 0 ms #1 L6 stands before critical ""
//= 2 0 ms #1 L6 entered critical ""
//= 3 0 ms #1 L7 released #0
//= 3 0 ms #1 L7 finished
//= 4 0 ms #2 L10 resumed
//= 4 0 ms #2 L5 acquired #0
//= 4 0 ms #2 L6 stands before critical ""
//= 5 0 ms #2 L6 entered critical ""
//= 6 0 ms #2 L7 released #0
//= 6 0 ms #2 L7 finished
//= 6 0 ms #2 L7 run finished
