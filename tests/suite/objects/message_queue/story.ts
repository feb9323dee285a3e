// A worker that is too slow loses its message to another delivery; after the second it is a dead letter.
const jobs = new MessageQueue({ visibilityMs: 50, maxReceives: 2 });
spawn("worker", async () => {
  for (let i = 0; i < 3; i++) {
    const message = await jobs.receive();
    console.log(Date.now(), message);
    if (message.id === 1) await sleep(60);
    console.log(Date.now(), "acknowledged", jobs.ack(message));
  }
});
jobs.send("slow");
jobs.send({ text: "later" }, { delayMs: 10 });
await sleep(500);
console.log(jobs.deadLetters, jobs.length, jobs.inFlight);
console.log(jobs.redrive(), jobs.length);
const again = jobs.tryReceive();
console.log(again, jobs.inFlight);
console.log(jobs.extend(again, 200), jobs.nack(again, { delayMs: 5 }), jobs.nack(again));
console.log(await jobs.receive({ waitMs: 2 }), Date.now());
console.log(await jobs.receive(), Date.now());
//= 0 { id: 1, body: 'slow', receives: 1 }
//= 60 acknowledged false
//= 60 { id: 1, body: 'slow', receives: 2 }
//= 120 acknowledged false
//= 120 { id: 2, body: { text: 'later' }, receives: 1 }
//= 120 acknowledged true
//= [ 'slow' ] 0 0
//= 1 1
//= { id: 1, body: 'slow', receives: 1 } 1
//= true true false
//= undefined 502
//= { id: 1, body: 'slow', receives: 2 } 505
