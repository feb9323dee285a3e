// lanes: model=tasks
//- events
//- schedule: v1 model=tasks granularity=access time=exact seed=0 : 0 1 =1 2
let n = 0;
spawn("A", () => {
  n = 1;
  n += choose([10, 20]);
  console.log("A", n);
});
spawn("B", () => console.log("B", n));
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #1 L5 spawned "A" by #0
//= 0 0 ms #2 L10 spawned "B" by #0
//= 0 0 ms #0 L10 finished
//= 1 0 ms #1 L5 resumed
//= 1 0 ms #1 L6 wrote n = 1 was 0
//= 1 0 ms #1 L7 read n is 1
//= 1 0 ms #1 L7 offers 2 picks
//= 2 0 ms #1 L7 picked 1: 20
//= 2 0 ms #1 L7 wrote n = 21 was 1
//= 2 0 ms #1 L8 read n is 21
//= 2 0 ms #1 L8 printed "A 21"
//= 2 0 ms #1 L8 finished
//= 3 0 ms #2 L10 resumed
//= 3 0 ms #2 L10 read n is 21
//= 3 0 ms #2 L10 printed "B 21"
//= 3 0 ms #2 L10 finished
//= 3 0 ms #2 L10 run finished
