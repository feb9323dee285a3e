// A transaction is an object of functions around a token, by which the rows (`__database..`, the world's) know it.
class $Database {
  async begin(this: any, options?) {
    const database = this;
    const token = {};
    await __databaseAwait(database, "begin");
    __databaseBegin(database, token, options);
    return {
      async get(key) {
        await __databaseAwait(database, "get");
        return __databaseGet(database, token, key);
      },
      async getForUpdate(key, options?) {
        await __databaseAwait(database, "getForUpdate");
        await __databaseLock(database, token, key, options);
        return __databaseGet(database, token, key);
      },
      async put(key, value, options?) {
        await __databaseAwait(database, "put");
        await __databaseLock(database, token, key, options);
        __databaseWrite(database, token, key, value);
      },
      async update(key, change, options?) {
        await __databaseAwait(database, "update");
        await __databaseLock(database, token, key, options);
        const value = await change(__databaseGet(database, token, key));
        __databaseWrite(database, token, key, value);
        return value;
      },
      async delete(key, options?) {
        await __databaseAwait(database, "delete");
        await __databaseLock(database, token, key, options);
        __databaseWrite(database, token, key, undefined);
      },
      async commit() {
        await __databaseAwait(database, "commit");
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
async function __databaseAwait(database, operation) {
  const pause = __databasePause(database, operation);
  if (pause !== undefined) await pause;
}
