class Window {
  #hits = [];
  constructor(max, ms) {
    this.max = max;
    this.ms = ms;
  }
  allow(now) {
    while (this.#hits.length && this.#hits[0] <= now - this.ms) this.#hits.shift();
    if (this.#hits.length >= this.max) return false;
    this.#hits.push(now);
    return true;
  }
}
const w = new Window(3, 100);
console.log([0, 10, 20, 30, 99, 100, 105, 111, 125].map((t) => `${t}:${w.allow(t) ? "ok" : "no"}`).join(" "));
class Leaky {
  level = 0;
  last = 0;
  constructor(rate, cap) {
    this.rate = rate;
    this.cap = cap;
  }
  add(now, n = 1) {
    this.level = Math.max(0, this.level - (now - this.last) * this.rate);
    this.last = now;
    if (this.level + n > this.cap) return false;
    this.level += n;
    return true;
  }
}
const l = new Leaky(0.01, 2);
console.log(
  [0, 1, 2, 120, 121, 500].map((t) => l.add(t)),
  l.level.toFixed(3),
);
const sliding = (n) => {
  const xs = [];
  return (x) => {
    xs.push(x);
    if (xs.length > n) xs.shift();
    return xs.reduce((a, b) => a + b) / xs.length;
  };
};
const avg = sliding(3);
console.log([1, 2, 3, 4, 5].map(avg));
const hist = (xs, n) => {
  const lo = Math.min(...xs),
    hi = Math.max(...xs),
    w = (hi - lo) / n || 1;
  return xs.reduce((h, x) => (h[Math.min(n - 1, Math.floor((x - lo) / w))]++, h), Array(n).fill(0));
};
console.log(hist([1, 2, 2, 3, 9, 10], 3));
const pct = (xs, p) => [...xs].sort((a, b) => a - b)[Math.ceil((p / 100) * xs.length) - 1];
console.log(pct([5, 1, 9, 3, 7], 50), pct([5, 1, 9, 3, 7], 99));
//= 0:ok 10:ok 20:ok 30:no 99:no 100:ok 105:no 111:ok 125:ok
//= [ true, true, false, true, false, true ] 1.000
//= [ 1, 1.5, 2, 3, 4 ]
//= [ 4, 0, 2 ]
//= 5 9
