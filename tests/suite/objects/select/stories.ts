// One wait on several channels: what is ready goes, a wait is served once, and time and closing end it.
const jobs = new Channel<number>();
const news = new Channel<string>(1);
const quit = new Channel<void>();

async function consume() {
  for (;;) {
    const { index, value, closed } = await select([jobs.onReceive(), news.onReceive(), quit.onReceive(), after(50)]);
    console.log(performance.now(), ["job", "news", "quit", "nothing"][index], value, closed);
    if (index === 2) return;
  }
}

const consumer = spawn("consumer", consume);
await jobs.send(1);
await sleep(1);
news.trySend("rain");
await sleep(99);
await jobs.send(2);
await sleep(1);
quit.close();
await consumer;

// Sending is a case too; a rendezvous needs somebody on the other side.
const receiver = spawn("receiver", async () => console.log("received", await jobs.receive()));
await sleep(1);
const sent = await select([jobs.onSend(3), after(5)]);
await receiver;
console.log(sent);
console.log(await select([jobs.onSend(4), after(5)]));
console.log(await select([jobs.onSend(4), otherwise]));
console.log(jobs.tryReceive(), "was withdrawn");

// Two selects meet, and what each wanted besides is over.
const other = new Channel<string>();
const first = spawn("first", () => select([jobs.onSend(5), other.onReceive()]));
await sleep(1);
console.log(await select([other.onReceive(), jobs.onReceive()]), await first);
console.log(other.trySend("too late"), jobs.trySend(6));

// A closed channel: receiving is ready, sending makes the select fail, also while it waits.
const waiting = spawn("waiting", async () => {
  try {
    await select([news.onReceive(), other.onSend("x")]);
  } catch (error) {
    console.log(String(error));
  }
});
await sleep(1);
other.close();
await waiting;
try {
  await select([news.onReceive(), other.onSend("y")]);
} catch (error) {
  console.log(String(error));
}
console.log(await select([other.onReceive(), news.onReceive()]));

// Without a channel there is no line, but a wait that can end early like any other.
const stop = new AbortController();
for (const [ms, options] of [[30, { timeoutMs: 20 }], [20, { timeoutMs: 30 }], [20, { timeoutMs: 20 }], [30, { signal: stop.signal, timeoutMs: 25 }]] as const) {
  const from = performance.now();
  if ("signal" in options) setTimeout(() => stop.abort(new Error("enough")), 5);
  const outcome = await select([after(50), after(ms)], options).then((chosen) => chosen.index, (error) => `${error}`);
  console.log(outcome, performance.now() - from);
}
//= 0 job 1 false
//= 1 news rain false
//= 51 nothing undefined false
//= 100 job 2 false
//= 101 quit undefined true
//= received 3
//= { index: 0, value: undefined, closed: false }
//= { index: 1, value: undefined, closed: false }
//= { index: 1, value: undefined, closed: false }
//= undefined was withdrawn
//= { index: 1, value: 5, closed: false } { index: 0, value: undefined, closed: false }
//= false false
//= Error: other.onSend(): the channel is closed
//= Error: other.onSend(): the channel is closed
//= { index: 0, value: undefined, closed: true }
//= TimeoutError: select: timed out after 20 ms 20
//= 1 20
//= TimeoutError: select: timed out after 20 ms 20
//= Error: enough 5
