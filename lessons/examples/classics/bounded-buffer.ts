// lanes: model=threads
// Producer and consumer with three semaphores (Dijkstra, 1965):
// free places, filled places, and one for the buffer itself.
// Take `mutex` before `free` and the two wait for each other.
const SIZE = 1;
const buffer: number[] = [];
const free = new Semaphore(SIZE);
const filled = new Semaphore(0, { max: SIZE });
const mutex = new Semaphore(1);

async function producer() {
  for (let item = 1; item <= 2; item++) {
    await free.acquire();
    await mutex.acquire();
    buffer.push(item);
    mutex.release();
    filled.release();
  }
}

async function consumer() {
  for (let item = 1; item <= 2; item++) {
    await filled.acquire();
    await mutex.acquire();
    assert(buffer.shift() === item, "items come in their order");
    mutex.release();
    free.release();
  }
}

await Promise.all([spawn("producer", producer), spawn("consumer", consumer)]);
