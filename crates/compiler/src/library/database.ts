// Only what has to wait is awaited: each `await` is a place to switch, and a check tries them all.
// A transaction is an object of functions around a token, by which the rows (`__database..`, the world's) know it.
class $Database {
  async begin(this: any, options?) {
    const database = this;
    const token = {};
    const pause = __databasePause(database, "begin");
    if (pause !== undefined) await pause;
    __databaseBegin(database, token, options);
    return {
      async get(key) {
        const pause = __databasePause(database, "get");
        if (pause !== undefined) await pause;
        return __databaseGet(database, token, key);
      },
      async getForUpdate(key, options?) {
        const pause = __databasePause(database, "getForUpdate");
        if (pause !== undefined) await pause;
        const lock = __databaseLock(database, token, key, options);
        if (lock !== undefined) await lock;
        return __databaseGet(database, token, key);
      },
      async put(key, value, options?) {
        const pause = __databasePause(database, "put");
        if (pause !== undefined) await pause;
        const lock = __databaseLock(database, token, key, options);
        if (lock !== undefined) await lock;
        __databaseWrite(database, token, key, value);
      },
      async update(key, change, options?) {
        const pause = __databasePause(database, "update");
        if (pause !== undefined) await pause;
        const lock = __databaseLock(database, token, key, options);
        if (lock !== undefined) await lock;
        const value = await change(__databaseGet(database, token, key));
        __databaseWrite(database, token, key, value);
        return value;
      },
      async delete(key, options?) {
        const pause = __databasePause(database, "delete");
        if (pause !== undefined) await pause;
        const lock = __databaseLock(database, token, key, options);
        if (lock !== undefined) await lock;
        __databaseWrite(database, token, key, undefined);
      },
      async commit() {
        const pause = __databasePause(database, "commit");
        if (pause !== undefined) await pause;
        __databaseCommit(database, token);
      },
      async rollback() {
        __databaseRollback(database, token);
      },
    };
  }
  // Runs a function in a transaction, and again, up to so many times, when it was aborted for the sake of others.
  async transaction(this: any, fn, options?) {
    const retries = __isObject(options) && options.retries !== undefined ? options.retries : 0;
    if (typeof retries !== "number" || !(retries >= 0)) {
      throw new RangeError(`Database.transaction(): retries must be a number of at least 0, not ${retries}`);
    }
    for (let tries = 0; ; tries++) {
      const transaction = await this.begin(options);
      try {
        const result = await fn(transaction);
        await transaction.commit();
        return result;
      } catch (error) {
        await transaction.rollback();
        const code = __isObject(error) ? error.code : undefined;
        if (tries >= retries || (code !== "SERIALIZATION_FAILURE" && code !== "DEADLOCK")) throw error;
      }
    }
  }
  async get(this: any, key) {
    return await this.transaction((transaction) => transaction.get(key));
  }
  async put(this: any, key, value) {
    await this.transaction((transaction) => transaction.put(key, value));
  }
}
