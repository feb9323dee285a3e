// lanes: model=tasks
//- events
const pool = new ConnectionPool(() => ({}), { maxSize: 1, minSize: 0, leakDetectionMs: 20 });
spawn("A", async () => {
  const connection = await pool.acquire();
  await sleep(30);
  pool.release(connection);
});
spawn("B", async () => {
  await pool.withConnection(() => sleep(5));
  await pool.close();
});
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L3 created #0 "pool" ConnectionPool max=1 min=0
//= 0 0 ms #0 L3 #0 connections is 0
//= 0 0 ms #0 L3 #0 closed is false
//= 0 0 ms #1 L4 spawned "A" by #0
//= 0 0 ms #2 L9 spawned "B" by #0
//= 0 0 ms #0 L9 finished
//= 1 0 ms #1 L4 resumed
//= 1 0 ms #1 L5 #0 connections is 1
//= 1 0 ms #1 L5 #0 lists connection 1 opening #1 since 0 ms
//= 1 0 ms #1 L5 paused
//= 2 0 ms #2 L9 resumed
//= 2 0 ms #2 L10 queued #0 acquire at 0
//= 2 0 ms #2 L10 blocked on acquire #0
//= 3 0 ms #1 L5 resumed
//= 3 0 ms #1 L5 #0 counts opened
//= 3 0 ms #1 L5 acquired #0 as connection
//= 3 0 ms #1 L5 #0 lists connection 1 in use #1 made 0 ms since 0 ms {}
//= 3 0 ms #1 L5 paused
//= 4 0 ms #1 L5 resumed
//= 4 0 ms #1 L5 paused
//= 5 0 ms #1 L5 resumed
//= 5 0 ms #1 L6 sleeps until 30 ms
//= 6 20 ms #0 L0 clock moved from 0 ms
//= 6 20 ms #1 L0 #0 counts leak suspected
//= 6 20 ms #0 L0 #0 lists connection 1 held for long #1 made 0 ms since 0 ms {}
//= 7 30 ms #0 L0 clock moved from 20 ms
//= 7 30 ms #1 L0 woken by the clock
//= 8 30 ms #1 L6 resumed
//= 8 30 ms #1 L7 released #0 as connection
//= 8 30 ms #1 L7 handed off #0 to #2 as connection
//= 8 30 ms #2 L7 acquired #0 as connection
//= 8 30 ms #2 L7 woken by #1
//= 8 30 ms #1 L7 #0 lists connection 1 in use #2 made 0 ms since 30 ms {}
//= 8 30 ms #1 L7 finished
//= 9 30 ms #2 L10 resumed
//= 9 30 ms #2 L10 paused
//= 10 30 ms #2 L10 resumed
//= 10 30 ms #2 L10 sleeps until 35 ms
//= 11 35 ms #0 L0 clock moved from 30 ms
//= 11 35 ms #2 L0 woken by the clock
//= 12 35 ms #2 L10 resumed
//= 12 35 ms #2 L10 released #0 as connection
//= 12 35 ms #2 L10 #0 lists connection 1 idle made 0 ms since 35 ms until 60035 ms {}
//= 12 35 ms #2 L10 paused
//= 13 35 ms #2 L10 resumed
//= 13 35 ms #2 L11 closed #0
//= 13 35 ms #2 L11 #0 connections is 0
//= 13 35 ms #2 L11 #0 closed is true
//= 13 35 ms #2 L11 #0 no longer lists connection 1
//= 13 35 ms #2 L11 blocked on Promise.allSettled
//= 14 35 ms #2 L11 resumed
//= 14 35 ms #2 L11 paused
//= 15 35 ms #2 L11 resumed
//= 15 35 ms #2 L11 finished
//= 15 35 ms #2 L11 run finished
