class $Semaphore {
  async withPermit(this: any, fn, options?) {
    await this.acquire(options);
    try {
      return await fn();
    } finally {
      this.release();
    }
  }
}
