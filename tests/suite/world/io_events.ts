// lanes: model=threads
//- events
spawn("A", async () => {
  const text = await io("disk", 20, "text");
  console.log(text);
});
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #1 L3 spawned "A" by #0
//= 0 0 ms #0 L3 finished
//= 1 0 ms #1 L3 resumed
//= 1 0 ms #1 L4 io "disk" until 20 ms
//= 1 0 ms #1 L4 blocked on io "disk"
//= 2 20 ms #0 L0 clock moved from 0 ms
//= 2 20 ms #1 L0 io "disk" is done
//= 2 20 ms #1 L0 woken by the clock
//= 3 20 ms #1 L4 resumed
//= 3 20 ms #1 L5 printed "text"
//= 3 20 ms #1 L5 finished
//= 3 20 ms #1 L5 run finished
