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
class $WeightedSemaphore {
  async withPermit(this: any, weight, fn, options?) {
    await this.acquire(weight, options);
    try {
      return await fn();
    } finally {
      this.release(weight);
    }
  }
}
class $PrioritySemaphore {
  async withPermit(this: any, fn, priority?, options?) {
    await this.acquire(priority, options);
    try {
      return await fn();
    } finally {
      this.release();
    }
  }
}
