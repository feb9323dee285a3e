// What select and its cases refuse; nothing has happened to the channels then.
const jobs = new Channel<number>(1);
const attempts: Array<() => unknown> = [
  () => select([]),
  () => select(5 as never),
  () => select(undefined as never),
  () => select([{} as never]),
  () => select([jobs.onReceive(), jobs as never]),
  () => select([{ operation: "receive", channel: new Mutex() } as never]),
  () => select([otherwise, otherwise]),
  () => select(new Array(65).fill(after(1))),
  () => after(-1),
  () => after(NaN),
  () => after(Infinity),
  () => after("soon" as never),
  () => Channel.prototype.onReceive.call(new Mutex()),
  () => Channel.prototype.onSend.call({}, 1),
];
for (const attempt of attempts) {
  try {
    await attempt();
    console.log("nothing was thrown");
  } catch (error) {
    console.log(String(error));
  }
}
console.log(jobs.length, jobs.trySend(1));
//= TypeError: select takes from 1 to 64 cases, not 0
//= TypeError: select takes an array of cases, not 5
//= TypeError: select takes an array of cases, not undefined
//= TypeError: select takes cases as onReceive(), onSend(), after() and otherwise are, not {} (case 0)
//= TypeError: select takes cases as onReceive(), onSend(), after() and otherwise are, not Channel (case 1)
//= TypeError: select takes cases as onReceive(), onSend(), after() and otherwise are, not {operation: "receive", channel: Mutex} (case 0)
//= TypeError: select takes otherwise only once (again as case 1)
//= TypeError: select takes from 1 to 64 cases, not 65
//= RangeError: after takes a number of milliseconds that is not negative, not -1
//= RangeError: after takes a number of milliseconds that is not negative, not NaN
//= RangeError: after takes a number of milliseconds that is not negative, not Infinity
//= RangeError: after takes a number of milliseconds that is not negative, not "soon"
//= TypeError: Method onReceive called on incompatible receiver Mutex
//= TypeError: Method onSend called on incompatible receiver {}
//= 0 true
