class $Mutex {
  async withLock(this: any, fn) {
    await this.lock();
    try {
      return await fn();
    } finally {
      this.unlock();
    }
  }
}
