spawn(async () => {
  await sleep(100);
  console.log("still here at", performance.now());
});
console.log("main is done at", performance.now());
//= main is done at 0
//= still here at 100
