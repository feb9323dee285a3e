// lanes: model=event-loop
//- events
//- schedule: v1 model=event-loop granularity=access time=exact io=open seed=0 : 0 t 0 t 0 i0 0
// Two timers that are due together are not parted by what completes meanwhile.
io("disk", 1, "text").then((text) => console.log(text));
setTimeout(() => console.log("one"), 5);
setTimeout(() => console.log("two"), 5);
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L5 io "disk"
//= 0 0 ms #0 L6 timer set for 5 ms
//= 0 0 ms #0 L7 timer set for 5 ms
//= 0 0 ms #0 L7 finished
//= 1 5 ms #0 L0 clock moved from 0 ms
//= 2 5 ms #0 L7 resumed
//= 2 5 ms #0 L7 callback ""
//= 2 5 ms #0 L6 printed "one"
//= 2 5 ms #0 L6 callback ended
//= 4 5 ms #0 L6 resumed
//= 4 5 ms #0 L6 callback ""
//= 4 5 ms #0 L7 printed "two"
//= 4 5 ms #0 L7 callback ended
//= 5 5 ms #0 L0 io "disk" is done
//= 6 5 ms #0 L7 resumed
//= 6 5 ms #0 L7 callback ""
//= 6 5 ms #0 L5 printed "text"
//= 6 5 ms #0 L5 callback ended
//= 6 5 ms #0 L5 run finished
