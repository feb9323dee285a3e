class $Semaphore {
  async withPermit(this: any, fn) {
    await this.acquire();
    try {
      return await fn();
    } finally {
      this.release();
    }
  }
}
