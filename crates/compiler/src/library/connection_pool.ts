// A pool asks the books (`__pool..`, the world's) what is to be done, and does it: the factory, `connect`, `isAlive` and
// `disconnect` are the program's. What is to be done is [0 use, 1 check, 2 close, 3 open; the place; the connection].
class $ConnectionPool {
  async acquire(this: any, options?) {
    let todo = __poolBorrow(this, options);
    if (__isPromise(todo)) {
      const lent = await todo;
      if (lent === false) throw __poolTimeout(this, options);
      if (typeof lent !== "number") return lent;
      todo = [3, lent];
    }
    while (todo[0] === 1 || todo[0] === 2) {
      if (todo[0] === 1) {
        todo = __poolChecked(this, todo[1], await __poolIsAlive(todo[2]));
      } else {
        await __poolDisconnect(todo[2]);
        todo = __poolReplace(this, todo[1]);
      }
    }
    return todo[0] === 0 ? todo[2] : await __poolOpen(this, todo[1], true);
  }
  release(this: any, connection) {
    if (__poolRelease(this, connection)) __poolDispose(connection);
  }
  destroy(this: any, connection) {
    if (__poolDiscard(this, connection)) __poolDispose(connection);
  }
  async withConnection(this: any, fn, options?) {
    const connection = await this.acquire(options);
    try {
      return await fn(connection);
    } finally {
      this.release(connection);
    }
  }
  async close(this: any) {
    const connections = __poolClose(this);
    await Promise.allSettled(connections.map((connection) => __poolDispose(connection)));
  }
}
async function __poolOpen(pool, place, isWanted) {
  let connection;
  try {
    const factory = __poolFactory(pool);
    connection = await factory();
    if (__isObject(connection) && __isCallable(connection.connect)) await connection.connect();
  } catch (error) {
    __poolFailed(pool, place);
    throw error;
  }
  if (__poolOpened(pool, place, connection, isWanted)) return connection;
  await __poolDisconnect(connection);
  throw new Error("Pool is closed");
}
async function __poolIsAlive(connection) {
  if (!__isCallable(connection.isAlive)) return true;
  try {
    return !!(await connection.isAlive());
  } catch {
    return false;
  }
}
// Errors are swallowed: a connection that cannot even be closed is gone as well.
async function __poolDisconnect(connection) {
  try {
    if (__isCallable(connection.disconnect)) await connection.disconnect();
  } catch {
    return;
  }
}
// The same without waiting for it.
function __poolDispose(connection) {
  try {
    if (!__isCallable(connection.disconnect)) return Promise.resolve();
    return Promise.resolve(connection.disconnect()).catch(() => undefined);
  } catch {
    return Promise.resolve();
  }
}
async function __poolUpkeep(pool, place, connection) {
  if (place === undefined) return __poolDisconnect(connection);
  try {
    await __poolOpen(pool, place, false);
  } catch {
    // Maintenance tries again when it comes round next.
    return;
  }
}
