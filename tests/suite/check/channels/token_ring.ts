// check: threads=holds tasks=holds event-loop=holds
// Who has the token may go in; it goes round once.
const seats = [new Channel<string>(), new Channel<string>(), new Channel<string>()];
const inside = new AtomicInt(0);
async function station(me: number) {
  await seats[me].receive();
  assert(inside.increment() === 1);
  inside.decrement();
  await seats[(me + 1) % 3].send("token");
}
const stations = [0, 1, 2].map((me) => spawn(`S${me}`, () => station(me)));
await seats[0].send("token");
await seats[0].receive();
await Promise.all(stations);
