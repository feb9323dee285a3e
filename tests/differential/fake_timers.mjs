// A clock that stands still while anything can run, as ours does: timers fire in the order of their deadlines, one after the
// other, each followed by all of its ticks and microtasks. Preloaded into Node before a case.
const afterAll = globalThis.setImmediate;
const timers = [];
let now = 0;
let made = 0;
let isPumping = false;

function pump() {
  const next = timers.sort((a, b) => a.deadline - b.deadline || a.number - b.number).shift();
  isPumping = next !== undefined;
  if (next === undefined) return;
  now = Math.max(now, next.deadline);
  if (next.every !== undefined) start(next, next.every);
  next.callback(...next.words);
  afterAll(pump);
}

function start(timer, delay) {
  timer.deadline = now + delay;
  timer.number = made++;
  timers.push(timer);
  if (!isPumping) {
    isPumping = true;
    afterAll(pump);
  }
  return timer;
}

const delayOf = (ms) => (ms >= 1 ? Math.trunc(ms) : 1);
const timer = (callback, words, every) => ({
  callback,
  words,
  every,
  ref() {
    return this;
  },
  unref() {
    return this;
  },
  hasRef: () => true,
});
globalThis.setTimeout = (callback, ms, ...words) => start(timer(callback, words), delayOf(ms));
globalThis.setInterval = (callback, ms, ...words) => start(timer(callback, words, delayOf(ms)), delayOf(ms));
globalThis.clearTimeout = globalThis.clearInterval = (cleared) => {
  const at = timers.indexOf(cleared);
  if (at >= 0) timers.splice(at, 1);
};
globalThis.performance.now = () => now;
Date.now = () => now;
