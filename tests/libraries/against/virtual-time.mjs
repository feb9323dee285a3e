// Node with a virtual clock, preloaded before a library and a program that uses it: time moves to the next timer when nothing
// else is left to do, as it does in ours, so that both print the same times.
const later = globalThis.setImmediate;
let now = 0;
let order = 0;
const timers = new Map();

class Timer {
  constructor(callback, delay, words, interval) {
    Object.assign(this, { callback, words, interval, order: order++ });
    this.at = now + delay;
    timers.set(this.order, this);
    wake();
  }
  ref() {
    return this;
  }
  unref() {
    this.isIdle = true;
    return this;
  }
  [Symbol.toPrimitive]() {
    return this.order;
  }
}
const milliseconds = (delay) => (delay >= 1 && delay <= 2 ** 31 - 1 ? Math.trunc(delay) : 1);
globalThis.setTimeout = (callback, delay, ...words) => new Timer(callback, milliseconds(delay), words, null);
globalThis.setInterval = (callback, delay, ...words) => new Timer(callback, milliseconds(delay), words, milliseconds(delay));
globalThis.clearTimeout = (timer) => void timers.delete(timer?.order ?? timer);
globalThis.clearInterval = globalThis.clearTimeout;
globalThis.sleep = (delay) => new Promise((resolve) => setTimeout(resolve, delay));
Date.now = () => now;
performance.now = () => now;
process.hrtime = () => [Math.floor(now / 1000), (now % 1000) * 1e6];

let isTurning = false;
function wake() {
  if (isTurning) return;
  isTurning = true;
  later(turn);
}
function turn() {
  isTurning = false;
  const due = [...timers.values()].sort((left, right) => left.at - right.at || left.order - right.order);
  if (due.every((timer) => timer.isIdle)) return;
  const [first] = due;
  now = Math.max(now, first.at);
  if (first.interval === null) timers.delete(first.order);
  else first.at = now + first.interval;
  wake();
  first.callback(...first.words);
}
