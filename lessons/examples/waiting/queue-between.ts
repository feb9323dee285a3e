// lanes: model=tasks
// A producer is quicker than the consumer. The channel has room
// for two: after that, `send` waits until somebody has
// received. Make the channel larger, or the consumer quicker,
// and look at who waits.
const orders = new Channel<number>(2);

async function shop() {
  for (let order = 1; order <= 5; order++) {
    await orders.send(order);
  }
  orders.close();
}

async function kitchen() {
  for await (const order of orders) {
    await sleep(10);
    console.log(`order ${order} is ready`);
  }
}

await Promise.all([spawn("shop", shop), spawn("kitchen", kitchen)]);
