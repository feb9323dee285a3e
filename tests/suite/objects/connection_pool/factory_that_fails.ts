// A factory that rejects fails its borrower; whoever waits gets the place and tries.
let tries = 0;
const pool = new ConnectionPool(
  async () => {
    const number = ++tries;
    await sleep(10);
    if (number < 3) throw new Error(`refused ${number}`);
    return { number };
  },
  { maxSize: 1, minSize: 0 },
);
const told = await Promise.allSettled([1, 2, 3].map(() => pool.withConnection((connection) => connection.number)));
console.log(Date.now(), told.map((one: any) => one.value ?? one.reason.message).join());
console.log(pool.size, pool.availableCount, pool.waitingCount);
//= 30 refused 1,refused 2,3
//= 1 1 0
