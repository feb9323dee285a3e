// check: threads=always(3),race(3),lost-update(4),exception(6) tasks=always(2) event-loop=always(2)
// Threads: between a write and the naming of a property that it breaks, another task can mend it.
let level = 0;
spawn("filler", async () => {
  level = 7;
  always("not too high", () => level < 4);
  if (level > 0) throw new Error("filled");
});
level = level + 1;
