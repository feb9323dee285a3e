// check: tasks=assertion(7) event-loop=assertion(8) threads=race(8),lost-update(11),assertion(15)
// The order is marked as paid only when the charge has come back: a second click charges again.
const order = { isPaid: false, charged: 0 };
async function pay() {
  if (order.isPaid) return;
  await sleep(2); // the card company
  order.charged = order.charged + 1;
  order.isPaid = true;
}
await Promise.all([spawn("click", pay), spawn("double click", pay)]);
assert(order.charged === 1, `charged ${order.charged} times`);
