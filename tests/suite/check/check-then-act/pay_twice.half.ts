// check: tasks=holds event-loop=holds threads=race(4),lost-update(13),assertion(15)
// Marked before the wait: right for tasks, still two steps for threads.
const order = { isPaid: false, charged: 0 };
async function pay() {
  if (order.isPaid) return;
  order.isPaid = true;
  await sleep(2); // the card company
  order.charged = order.charged + 1;
}
await Promise.all([spawn("click", pay), spawn("double click", pay)]);
assert(order.charged === 1, `charged ${order.charged} times`);
