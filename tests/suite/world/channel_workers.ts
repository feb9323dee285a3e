// lanes: model=threads
const jobs = new Channel(Infinity);
const results = new Channel(Infinity);
for (let i = 1; i <= 6; i++) await jobs.send(i);
jobs.close();
const workers = ["A", "B", "C"].map((name) => spawn(name, async () => {
  let job;
  while ((job = await jobs.receive()) !== undefined) await results.send(job * job);
}));
await Promise.all(workers);
results.close();
let sum = 0;
let value;
while ((value = await results.receive()) !== undefined) sum += value;
console.log(sum);
//= 91
