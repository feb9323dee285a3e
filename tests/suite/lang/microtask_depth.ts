const order = [];
const mark = (l) => order.push(l);
(async () => {
  mark("A1");
  await (async () => { mark("A2"); await null; mark("A3"); })();
  mark("A4");
})();
Promise.resolve()
  .then(() => mark("B1"))
  .then(() => new Promise((r) => { mark("B2"); r(); }))
  .then(() => mark("B3"));
queueMicrotask(() => mark("C1"));
(async () => { try { await Promise.reject(1); } catch { mark("D1"); } finally { mark("D2"); } })();
new Promise((r) => r(Promise.resolve())).then(() => mark("E1"));
setTimeout(() => console.log(order.join(" ")), 0);
//= A1 A2 A3 B1 C1 D1 D2 A4 B2 E1 B3
