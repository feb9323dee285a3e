// One at a time, one may wait: the third is refused. A handler is the program's; what it throws is the client's.
const server = new Server({
  concurrency: 1,
  queueLimit: 1,
  serviceMs: 10,
  handle: async (n: number) => {
    if (n === 2) throw new Error("no twos");
    return n * 10;
  },
});
const answers = await Promise.allSettled([1, 2, 3].map((n) => server.request(n)));
console.log(Date.now(), answers.map((one: any) => one.value ?? `${one.reason.code} ${one.reason.message}`));
console.log(server.serving, server.waiting, server.isDown);
// Each request beyond the second makes it slower by half.
const slow = new Server({ serviceMs: 10, degradeAfter: 2, degradeBy: 0.5 });
await Promise.all([1, 2, 3, 4].map(async (n) => {
  await slow.request(n);
  console.log(Date.now(), n);
}));
//= 20 [
//=   10,
//=   'undefined no twos',
//=   'EOVERLOADED server is overloaded, 1 waiting'
//= ]
//= 0 0 false
//= 30 1
//= 30 2
//= 35 3
//= 40 4
