const queues = [[5, 5, 5, 5], [1], []];
const log = [];
const run = async (id) => {
  for (;;) {
    let job = queues[id].shift(),
      from = id;
    if (job === undefined) {
      from = queues.findIndex((q) => q.length > 1);
      if (from < 0) return;
      job = queues[from].pop();
    }
    log.push(`${id}<${from}:${job}`);
    await new Promise((r) => setTimeout(r, job * 8));
  }
};
await Promise.all([0, 1, 2].map(run));
console.log(log.join(" "), queues);
//= 0<0:5 1<1:1 2<0:5 1<0:5 0<0:5 [ [], [], [] ]
