const order = [];
for (let i = 0; i < 3; i++)
  setTimeout(() => {
    order.push("timer" + i);
    Promise.resolve()
      .then(() => order.push("micro" + i))
      .then(() => order.push("micro" + i + "b"));
  }, 10);
setTimeout(async () => {
  order.push("async timer");
  await null;
  order.push("after await");
}, 10);
await new Promise((r) => setTimeout(r, 40));
console.log(order.join(" "));
const start = Date.now();
await Promise.all([30, 10, 20].map((ms) => new Promise((r) => setTimeout(() => r(console.log("after", ms)), ms))));
console.log(Date.now() - start >= 29, typeof performance.now());
const race = await Promise.race([
  new Promise((r) => setTimeout(r, 50, "slow")),
  new Promise((_, j) => setTimeout(j, 25, new Error("timeout"))),
]).catch((e) => e.message);
console.log(race);
const debounce = (f, ms) => {
  let t;
  return (...a) => {
    clearTimeout(t);
    t = setTimeout(f, ms, ...a);
  };
};
const d = debounce((x) => console.log("debounced", x), 20);
d(1);
d(2);
setTimeout(d, 5, 3);
const throttle = (f, ms) => {
  let ready = true;
  return (...a) => {
    if (!ready) return;
    ready = false;
    setTimeout(() => (ready = true), ms);
    f(...a);
  };
};
const th = throttle((x) => console.log("throttled", x), 30);
for (let i = 0; i < 4; i++) setTimeout(th, i * 20 + 60, i);
//= timer0 micro0 micro0b timer1 micro1 micro1b timer2 micro2 micro2b async timer after await
//= after 10
//= after 20
//= after 30
//= true number
//= timeout
//= debounced 3
//= throttled 0
//= throttled 2
