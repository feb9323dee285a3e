// check: tasks=holds event-loop=holds threads=holds
// One atomic step decides who pays.
const order = { isPaid: new AtomicInt(0), charged: 0 };
async function pay() {
  if (!order.isPaid.compareAndSet(0, 1)) return;
  await sleep(2); // the card company
  order.charged = order.charged + 1;
}
await Promise.all([spawn("click", pay), spawn("double click", pay)]);
assert(order.charged === 1, `charged ${order.charged} times`);
