class TaskQueue {
  #queue = [];
  #running = 0;
  #limit;
  constructor(limit) {
    this.#limit = limit;
  }
  add(task) {
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#pump();
    });
  }
  #pump() {
    while (this.#running < this.#limit && this.#queue.length) {
      const { task, resolve, reject } = this.#queue.shift();
      this.#running++;
      Promise.resolve()
        .then(task)
        .then(resolve, reject)
        .finally(() => {
          this.#running--;
          this.#pump();
        });
    }
  }
  get pending() {
    return this.#queue.length;
  }
}
const q = new TaskQueue(2);
const log = [];
const job = (name, ms, fail) =>
  q.add(async () => {
    log.push("start " + name);
    await new Promise((r) => setTimeout(r, ms));
    log.push("end " + name);
    if (fail) throw new Error(name);
    return name;
  });
const rs = await Promise.allSettled([job("a", 30), job("b", 10), job("c", 10, true), job("d", 5)]);
console.log(
  log,
  rs.map((r) => r.value ?? r.reason.message),
  q.pending,
);
//= [
//=   'start a', 'start b',
//=   'end b',   'start c',
//=   'end c',   'start d',
//=   'end d',   'end a'
//= ] [ 'a', 'b', 'c', 'd' ] 0
