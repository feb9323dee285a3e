for (const make of [
  () => new MessageQueue({ visibilityMs: 0 }),
  () => new MessageQueue({ visibilityMs: NaN }),
  () => new MessageQueue({ maxReceives: 0 }),
  () => new MessageQueue({ maxReceives: 1.5 }),
]) {
  try {
    make();
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
const jobs = new MessageQueue();
for (const call of [
  () => jobs.send("x", { delayMs: -1 }),
  () => jobs.ack(5 as any),
  () => jobs.nack({} as any),
  () => jobs.extend({ id: 1, receives: 1, body: 0 }, 0),
  () => jobs.receive({ waitMs: -5 }),
]) {
  try {
    call();
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
console.log(jobs.ack({ id: 7, receives: 1, body: undefined }), jobs.length);
//= RangeError: new MessageQueue: visibilityMs must be a number of milliseconds above 0, not 0
//= RangeError: new MessageQueue: visibilityMs must be a number of milliseconds above 0, not NaN
//= RangeError: new MessageQueue: maxReceives must be a whole number of at least 1, not 0
//= RangeError: new MessageQueue: maxReceives must be a whole number of at least 1, not 1.5
//= RangeError: jobs.send(): delayMs must be milliseconds that are not negative, not -1
//= TypeError: jobs.ack() takes a message that was received, not 5
//= TypeError: jobs.nack() takes a message that was received, not {}
//= RangeError: jobs.extend(): the time must be a number of milliseconds above 0, not 0
//= RangeError: jobs.receive(): waitMs must be a number of milliseconds above 0, not -5
//= false 0
