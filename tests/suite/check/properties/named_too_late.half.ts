// check: threads=always(2),race(3) tasks=always(2) event-loop=always(2)
let level = 0;
always("not too high", () => level < 4);
spawn("filler", async () => {
  level = 7;
  if (level > 0) throw new Error("filled");
});
level = level + 1;
