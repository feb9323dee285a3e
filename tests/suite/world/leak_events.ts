// lanes: model=tasks
//- events
const lock = new Mutex();
const pool = new Semaphore(3);
const signal = new Semaphore(0);
spawn("A", async () => {
  await lock.lock();
  await pool.acquire();
  signal.release();
});
spawn("B", async () => {
  await signal.acquire();
  await pool.acquire();
  pool.release();
});
spawn(
  "D",
  async () => {
    await pool.acquire();
    await sleep(1000);
  },
  { daemon: true },
);
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L3 created #0 "lock" Mutex fair=true reentrant=false
//= 0 0 ms #0 L4 created #1 "pool" Semaphore permits=3 fair=true
//= 0 0 ms #0 L5 created #2 "signal" Semaphore permits=0 fair=true
//= 0 0 ms #1 L6 spawned "A" by #0
//= 0 0 ms #2 L11 spawned "B" by #0
//= 0 0 ms #3 L16 spawned "D" by #0 daemon
//= 0 0 ms #0 L16 finished
//= 1 0 ms #1 L6 resumed
//= 1 0 ms #1 L7 acquired #0
//= 1 0 ms #1 L7 paused
//= 2 0 ms #2 L11 resumed
//= 2 0 ms #2 L12 queued #2 acquire at 0
//= 2 0 ms #2 L12 blocked on acquire #2
//= 3 0 ms #3 L16 resumed
//= 3 0 ms #3 L19 acquired #1
//= 3 0 ms #3 L19 paused
//= 4 0 ms #1 L7 resumed
//= 4 0 ms #1 L8 acquired #1
//= 4 0 ms #1 L8 paused
//= 5 0 ms #3 L19 resumed
//= 5 0 ms #3 L20 sleeps until 1000 ms
//= 6 0 ms #1 L8 resumed
//= 6 0 ms #1 L9 released #2
//= 6 0 ms #1 L9 handed off #2 to #2
//= 6 0 ms #2 L9 acquired #2
//= 6 0 ms #2 L9 woken by #1
//= 6 0 ms #1 L9 finished
//= 7 0 ms #2 L12 resumed
//= 7 0 ms #2 L13 acquired #1
//= 7 0 ms #2 L13 paused
//= 8 0 ms #2 L13 resumed
//= 8 0 ms #2 L14 released #1
//= 8 0 ms #2 L14 finished
//= 8 0 ms #1 L7 leaked #0
//= 8 0 ms #1 L8 leaked #1
//= 8 0 ms #2 L14 run finished
