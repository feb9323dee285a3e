spawn("bad", async () => {
  await sleep(1);
  throw new Error("nobody awaits me");
});
await sleep(10);
console.log("never printed");
//! Error: nobody awaits me
