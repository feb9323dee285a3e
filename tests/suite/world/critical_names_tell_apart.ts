// lanes: model=threads
//- schedule: v1 model=threads granularity=access time=exact seed=0 : 0 1 2 1 2 1 2
spawn("A", () => {
  critical("left");
  console.log("left");
});
spawn("B", () => {
  critical("right");
  console.log("right");
});
//= left
//= right
