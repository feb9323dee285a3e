// lanes: model=tasks
// What is true of an object is told when it changes, also because time passes, and when it is not told any more.
//- events
const bucket = new TokenBucket(1, 100);
await bucket.consume();
await bucket.consume();
await sleep(4);
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L4 created #0 "bucket" TokenBucket capacity=1
//= 0 0 ms #0 L4 #0 tokens is 1 of 1
//= 0 0 ms #0 L5 passed #0
//= 0 0 ms #0 L5 #0 tokens is 0 of 1
//= 0 0 ms #0 L5 paused
//= 1 0 ms #0 L5 resumed
//= 1 0 ms #0 L6 queued #0 consume at 0
//= 1 0 ms #0 L6 #0 next at is 10 ms
//= 1 0 ms #0 L6 blocked on consume #0
//= 2 10 ms #0 L0 clock moved from 0 ms
//= 2 10 ms #0 L0 #0 tokens is 1 of 1
//= 2 10 ms #0 L0 passed #0
//= 2 10 ms #0 L0 woken by the clock
//= 2 10 ms #0 L0 #0 tokens is 0 of 1
//= 2 10 ms #0 L0 #0 next at is false
//= 3 10 ms #0 L6 resumed
//= 3 10 ms #0 L7 sleeps until 14 ms
//= 4 14 ms #0 L0 clock moved from 10 ms
//= 4 14 ms #0 L0 #0 tokens is 0.4 of 1
//= 4 14 ms #0 L0 woken by the clock
//= 5 14 ms #0 L7 resumed
//= 5 14 ms #0 L7 finished
//= 5 14 ms #0 L7 run finished
