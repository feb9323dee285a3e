const log = (x) => console.log(x);
setTimeout(() => {
  log("t0");
  Promise.resolve().then(() => log("micro in t0"));
  setTimeout(() => log("nested 0"), 0);
}, 0);
setTimeout(() => log("t1"), 1);
setTimeout(() => {
  log("t5");
}, 80);
setTimeout(() => {
  log("t5 second");
  queueMicrotask(() => log("micro"));
}, 80);
setTimeout(() => log("t3"), 50);
setTimeout((...a) => log("args " + a), 110, 1, "two", [3]);
const id = setTimeout(() => log("never"), 2);
clearTimeout(id);
clearTimeout(id);
clearTimeout(undefined);
clearTimeout(null);
setTimeout(() => {
  const x = setTimeout(() => log("cancelled sibling"), 0);
  clearTimeout(x);
}, 140);
let n = 0;
const iv = setInterval(
  (who) => {
    log(`${who} ${++n}`);
    if (n === 3) clearInterval(iv);
  },
  200,
  "interval",
);
await new Promise((r) => setTimeout(r, 700));
log("end");
const e = new Error("x");
try {
} catch (x) {
  log(x.name + " " + x.code);
}
setTimeout(() => log("negative and NaN fire at once"), -5);
setTimeout(() => log("string delay"), "30");
//= t0
//= micro in t0
//= t1
//= nested 0
//= t3
//= t5
//= t5 second
//= micro
//= args 1,two,3
//= interval 1
//= interval 2
//= interval 3
//= end
//= negative and NaN fire at once
//= string delay
