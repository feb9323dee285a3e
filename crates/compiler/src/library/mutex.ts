class $Mutex {
  async withLock(this: any, fn, options?) {
    await this.lock(options);
    try {
      return await fn();
    } finally {
      this.unlock();
    }
  }
}
