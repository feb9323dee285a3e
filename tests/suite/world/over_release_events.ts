// lanes: model=threads
//- events
const pool = new Semaphore(1, { max: 1 });
spawn("A", () => {
  pool.release();
});
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L3 created #0 "pool" Semaphore permits=1 fair=true
//= 0 0 ms #1 L4 spawned "A" by #0
//= 0 0 ms #0 L4 finished
//= 1 0 ms #1 L4 resumed
//= 1 0 ms #1 L5 released too much of #0
//= 1 0 ms #1 L5 failed "RangeError: pool.release(): all 1 permits are free already"
//= 1 0 ms #1 L5 run failed: over-release: "RangeError: pool.release(): all 1 permits are free already" at <anonymous> (line 5)
