// lanes: model=threads
//- events
let counter = 0;
async function add() {
  counter = counter + 1;
}
await Promise.all([spawn("A", add), spawn("B", add)]);
console.log(counter);
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #1 L7 spawned "A" by #0
//= 0 0 ms #2 L7 spawned "B" by #0
//= 0 0 ms #0 L7 blocked on Promise.all
//= 1 0 ms #1 L7 resumed
//= 1 0 ms #1 L5 read counter is 0
//= 2 0 ms #1 L5 wrote counter = 1 was 0
//= 2 0 ms #1 L5 finished
//= 3 0 ms #2 L7 resumed
//= 3 0 ms #2 L5 read counter is 1
//= 4 0 ms #2 L5 wrote counter = 2 was 1
//= 4 0 ms #2 L5 finished
//= 4 0 ms #0 L5 woken by #2
//= 5 0 ms #0 L7 resumed
//= 5 0 ms #0 L8 read counter is 2
//= 6 0 ms #0 L8 printed "2"
//= 6 0 ms #0 L8 finished
//= 6 0 ms #0 L8 run finished
