spawn("ticker", async () => {
  while (true) {
    await sleep(10);
    console.log("tick");
  }
}, { daemon: true });
await sleep(35);
console.log("done");
//= tick
//= tick
//= tick
//= done
