let done = false;
eventually("it gets done", () => done);
spawn("A", async () => {
  await null;
  console.log("forgets to say so");
});
//= forgets to say so
//! it gets done
