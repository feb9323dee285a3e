// Manual: a gate that stays as it was put.
const gate = new ManualResetEvent();
const through: string[] = [];
const tasks = ["A", "B"].map((name) => spawn(name, async () => {
  await gate.wait();
  through.push(name);
}));
await sleep(1);
console.log(gate.isSet, gate.waiting);
gate.set();
gate.set();
gate.reset();
await Promise.all(tasks);
console.log(through.sort().join(), gate.isSet);
await new ManualResetEvent(true).wait();

// Automatic: each signal lets one through, and two before anybody asks are one.
const bell = new AutoResetEvent();
bell.set();
bell.set();
await bell.wait();
console.log(bell.isSet);
const waits = [bell.wait(), bell.wait(), bell.wait({ timeoutMs: 5 })];
bell.set();
console.log(bell.isSet, bell.waiting);
bell.set();
for (const outcome of await Promise.allSettled(waits)) {
  console.log(outcome.status, outcome.status === "rejected" ? outcome.reason.message : "");
}
console.log(bell.waiting);
//= false 2
//= A,B false
//= false
//= false 2
//= fulfilled
//= fulfilled
//= rejected bell.wait(): timed out after 5 ms
//= 0
