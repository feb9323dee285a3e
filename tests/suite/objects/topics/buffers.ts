const news = new Topic();
const all = news.subscribe();
const latest = news.subscribe({ buffer: 1, policy: "drop-oldest" });
const first = news.subscribe({ buffer: 1, policy: "drop-newest" });
for (const n of [1, 2, 3]) await news.publish(n);
console.log(all.length, await latest.receive(), await first.receive());
const careful = news.subscribe({ buffer: 1 });
const p = spawn("publisher", async () => {
  await news.publish("x");
  await news.publish("y");
  console.log("published both");
});
await sleep(1);
console.log(await careful.receive());
await sleep(1);
console.log(await careful.receive());
await p;
careful.unsubscribe();
const seen = [];
const s = news.subscribe({
  onNext: (v) => {
    seen.push(v);
  },
  onComplete: () => console.log("complete", seen),
});
await news.publish("not asked for");
await news.publish("nor this");
await sleep(1);
console.log(seen);
s.request(1);
await sleep(1);
console.log(seen);
s.request(5);
await sleep(1);
news.close();
await sleep(1);
const rest = [];
for await (const v of all) rest.push(v);
console.log(rest, all.ended, news.subscribers);
try {
  await news.publish(1);
} catch (e) {
  console.log(e.message);
}
try {
  news.close();
} catch (e) {
  console.log(e.message);
}
//= in EventLoop:
//= 3 3 1
//= published both
//= x
//= y
//= []
//= [ 'not asked for' ]
//= complete [ 'not asked for', 'nor this' ]
//= [ 1, 2, 3, 'x', 'y', 'not asked for', 'nor this' ] true 0
//= news.publish(): the topic is closed
//= news.close(): the topic is closed already
//= in Tasks:
//= 3 3 1
//= published both
//= x
//= y
//= []
//= [ 'not asked for' ]
//= complete [ 'not asked for', 'nor this' ]
//= [ 1, 2, 3, 'x', 'y', 'not asked for', 'nor this' ] true 0
//= news.publish(): the topic is closed
//= news.close(): the topic is closed already
//= in Threads:
//= 3 3 1
//= x
//= published both
//= y
//= []
//= [ 'not asked for' ]
//= complete [ 'not asked for', 'nor this' ]
//= [ 1, 2, 3, 'x', 'y', 'not asked for', 'nor this' ] true 0
//= news.publish(): the topic is closed
//= news.close(): the topic is closed already
