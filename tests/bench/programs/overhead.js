// 100,000 operations each through Promise.all, a limit of 100 and a semaphore of 100 permits, whose queues are arrays.
class Semaphore {
  #permits;
  #waiting = [];
  constructor(permits) {
    this.#permits = permits;
  }
  async acquire() {
    if (this.#permits > 0) {
      this.#permits--;
      return;
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
  release() {
    const next = this.#waiting.shift();
    if (next) Promise.resolve().then(next);
    else this.#permits++;
  }
  async withPermit(work) {
    await this.acquire();
    try {
      return await work();
    } finally {
      this.release();
    }
  }
}

function limiter(concurrency) {
  let active = 0;
  const queue = [];
  const start = () => {
    if (active < concurrency && queue.length > 0) {
      active++;
      queue.shift()();
    }
  };
  return (work) =>
    new Promise((resolve, reject) => {
      const ended = (settle) => (value) => {
        settle(value);
        active--;
        start();
      };
      queue.push(() => work().then(ended(resolve), ended(reject)));
      start();
    });
}

async function main() {
  const count = 100000;
  const all = async (make) => {
    const results = await Promise.all(Array.from({ length: count }, make));
    return results.reduce((sum, value) => sum + value, 0);
  };
  const work = () => Promise.resolve(1);
  const limit = limiter(100);
  const semaphore = new Semaphore(100);
  const sums = [await all(work), await all(() => limit(work)), await all(() => semaphore.withPermit(work))];
  finish(sums.join(" "));
}
main();
