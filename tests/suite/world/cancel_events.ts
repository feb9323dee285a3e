//- events
// lanes: model=tasks
const lock = new Mutex();
const a = spawn("A", () => lock.withLock(() => sleep(5)));
const b = spawn("B", () => lock.withLock(() => sleep(5)));
await sleep(1);
b.cancel();
const c = spawn("C", () => console.log("never"));
c.cancel("no need");
await Promise.allSettled([a, b, c]);
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L3 created #0 "lock" Mutex fair=true reentrant=false
//= 0 0 ms #1 L4 spawned "A" by #0
//= 0 0 ms #2 L5 spawned "B" by #0
//= 0 0 ms #0 L6 sleeps until 1 ms
//= 1 0 ms #1 L4 resumed
//= 1 0 ms #1 L4 acquired #0
//= 1 0 ms #1 L4 paused
//= 2 0 ms #2 L5 resumed
//= 2 0 ms #2 L5 queued #0 lock at 0
//= 2 0 ms #2 L5 blocked on lock #0
//= 3 0 ms #1 L4 resumed
//= 3 0 ms #1 L4 sleeps until 5 ms
//= 4 1 ms #0 L0 clock moved from 0 ms
//= 4 1 ms #0 L0 woken by the clock
//= 5 1 ms #0 L6 resumed
//= 5 1 ms #0 L7 cancel requested of #2
//= 5 1 ms #2 L7 dequeued #0
//= 5 1 ms #2 L7 woken by #0
//= 5 1 ms #3 L8 spawned "C" by #0
//= 5 1 ms #0 L9 cancel requested of #3
//= 5 1 ms #3 L9 cancelled
//= 5 1 ms #0 L10 blocked on Promise.allSettled
//= 6 1 ms #2 L5 resumed
//= 6 1 ms #2 L5 cancelled
//= 7 5 ms #0 L0 clock moved from 1 ms
//= 7 5 ms #1 L0 woken by the clock
//= 8 5 ms #1 L4 resumed
//= 8 5 ms #1 L4 released #0
//= 8 5 ms #1 L4 finished
//= 8 5 ms #0 L4 woken by #1
//= 9 5 ms #0 L10 resumed
//= 9 5 ms #0 L10 finished
//= 9 5 ms #0 L10 run finished
