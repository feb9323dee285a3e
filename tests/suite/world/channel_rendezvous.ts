// lanes: model=tasks
const ch = new Channel();
spawn("producer", async () => {
  for (let i = 1; i <= 3; i++) {
    await ch.send(i);
    console.log("sent", i);
  }
  ch.close();
});
spawn("consumer", async () => {
  let v;
  while ((v = await ch.receive()) !== undefined) console.log("got", v);
  console.log("closed and drained", ch.closed);
});
//= got 1
//= sent 1
//= sent 2
//= got 2
//= got 3
//= sent 3
//= closed and drained true
