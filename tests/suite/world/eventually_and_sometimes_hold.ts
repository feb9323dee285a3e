// lanes: model=tasks
//- events
let n = 0;
eventually("n was three", () => n === 3);
sometimes("n is two", () => n === 2);
sometimes("n is four", () => n === 4);
for (let i = 0; i < 3; i++) {
  n++;
  progress();
  await yieldNow();
}
n = 0;
//= 0 0 ms #0 L0 spawned "main"
//= 0 0 ms #0 L0 resumed
//= 0 0 ms #0 L4 states eventually "n was three"
//= 0 0 ms #0 L5 states sometimes "n is two"
//= 0 0 ms #0 L6 states sometimes "n is four"
//= 0 0 ms #0 L9 progressed
//= 0 0 ms #0 L10 paused
//= 1 0 ms #0 L10 resumed
//= 1 0 ms #0 L9 progressed
//= 1 0 ms #0 L10 paused
//= 1 0 ms #0 L10 sometimes "n is two" holds
//= 2 0 ms #0 L10 resumed
//= 2 0 ms #0 L9 progressed
//= 2 0 ms #0 L10 paused
//= 2 0 ms #0 L10 eventually "n was three" holds
//= 3 0 ms #0 L10 resumed
//= 3 0 ms #0 L10 finished
//= 3 0 ms #0 L10 run finished
