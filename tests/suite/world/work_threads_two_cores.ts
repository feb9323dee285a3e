// lanes: model=threads cores=2
const done = ["A", "B", "C"].map((name) => spawn(name, () => { work(10); return name; }));
await Promise.all(done);
console.log(performance.now());
//= 20
