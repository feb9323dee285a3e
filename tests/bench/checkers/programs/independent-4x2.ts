// lanes: model=threads
const shared = new AtomicInt(0);
const own = [new AtomicInt(0), new AtomicInt(0), new AtomicInt(0), new AtomicInt(0)];
await Promise.all(own.map((mine) => spawn(async () => {
  mine.set(1);
  mine.set(2);
  shared.increment();
})));
