// check: threads=holds tasks=holds event-loop=holds
// However the limit changes, whoever waits gets in, and no more are under way than its bound says.
const limiter = new AdaptiveConcurrency({ initial: 1, max: 2 });
const call = (fails: boolean) => () =>
  limiter
    .execute(async () => {
      await yieldNow();
      if (fails) throw new Error("overloaded");
    })
    .catch(() => {});
always("within the bound", () => limiter.active <= 2);
await Promise.all([spawn("A", call(false)), spawn("B", call(true)), spawn("C", call(false))]);
assert(limiter.active === 0 && limiter.waiting === 0, "somebody was forgotten");
