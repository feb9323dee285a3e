// lanes: model=threads
const a = new AtomicInt(5);
console.log(a.get(), a.add(3), a.increment(), a.decrement(), a.exchange(1), a.compareAndSet(1, 9), a.compareAndSet(1, 7), a.get());
a.set(0);
await Promise.all([1, 2, 3].map((n) => spawn(async () => { for (let i = 0; i < 4; i++) a.increment(); })));
console.log(a.get());
//= 5 8 9 8 8 true false 9
//= 12
