class $RwLock {
  async withRead(this: any, fn, options?) {
    await this.readLock(options);
    try {
      return await fn();
    } finally {
      this.readUnlock();
    }
  }
  async withWrite(this: any, fn, options?) {
    await this.writeLock(options);
    try {
      return await fn();
    } finally {
      this.writeUnlock();
    }
  }
}
