for (const make of [
  () => new ConnectionPool(undefined as any),
  () => new ConnectionPool(() => ({}), { maxSize: 0 }),
  () => new ConnectionPool(() => ({}), { maxSize: 2.5 }),
  () => new ConnectionPool(() => ({}), { maxSize: NaN }),
  () => new ConnectionPool(() => ({}), { maxSize: 2, minSize: 3 }),
  () => new ConnectionPool(() => ({}), { acquireTimeoutMs: -1 }),
  () => new ConnectionPool(() => ({}), { idleTimeoutMs: 0 }),
  () => new ConnectionPool(() => ({}), 5 as any),
]) {
  try {
    make();
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
const pool = new ConnectionPool(() => ({ isAlive: () => true }), { maxSize: 1, minSize: 0, maxWaiting: 0 });
async function attempt(what: () => unknown) {
  try {
    await what();
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
const connection = await pool.acquire();
await attempt(() => pool.acquire());
await attempt(() => pool.acquire({ timeoutMs: NaN }));
await attempt(() => pool.release({}));
pool.release(connection);
await attempt(() => pool.release(connection));
await attempt(() => pool.destroy(connection));
await attempt(() => pool.withConnection(() => { throw new Error("while holding"); }));
console.log(pool.size, pool.availableCount);
const odd = new ConnectionPool(() => 5 as any, { minSize: 0 });
await attempt(() => odd.acquire());
console.log(odd.size);
await pool.close();
await attempt(() => pool.close());
await attempt(() => pool.acquire());
pool.release(connection);
//= RangeError: new ConnectionPool: the factory must be a function, not undefined
//= RangeError: new ConnectionPool: maxSize must be a whole number of at least 1, not 0
//= RangeError: new ConnectionPool: maxSize must be a whole number of at least 1, not 2.5
//= RangeError: new ConnectionPool: maxSize must be a whole number of at least 1, not NaN
//= RangeError: new ConnectionPool: minSize is 3, more than maxSize, which is 2
//= RangeError: new ConnectionPool: acquireTimeoutMs must be a number of milliseconds above 0, not -1
//= RangeError: new ConnectionPool: idleTimeoutMs must be a number of milliseconds above 0, not 0
//= RangeError: new ConnectionPool: the options must be an object, not 5
//= Error: pool.acquire(): 0 wait already, as many as may
//= RangeError: pool.acquire(): timeoutMs must be a number of milliseconds that is not negative, not NaN
//= Error: pool.release(): the connection is not borrowed from this pool
//= Error: pool.release(): the connection is not borrowed from this pool
//= Error: pool.destroy(): the connection is not borrowed from this pool
//= Error: while holding
//= 1 1
//= TypeError: odd: the factory must give an object, not 5
//= 0
//= Error: pool.close(): the pool is closed already
//= Error: Pool is closed
