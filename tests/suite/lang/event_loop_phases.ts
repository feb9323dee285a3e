const log = [];
setTimeout(() => {
  log.push("t1");
  queueMicrotask(() => log.push("m1"));
  setTimeout(() => log.push("t3"), 0);
}, 0);
setTimeout(() => {
  log.push("t2");
  Promise.resolve().then(() => log.push("m2")).then(() => log.push("m3"));
}, 0);
setTimeout(() => console.log(log.join(" ")), 30);
//= t1 m1 t2 m2 m3 t3
