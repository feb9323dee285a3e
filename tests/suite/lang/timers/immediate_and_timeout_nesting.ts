// Immediates queued by immediates wait for the next turn; timers of a timer too.
const out = [];
await new Promise((done) => {
  setImmediate(() => {
    out.push("i1");
    setImmediate(() => out.push("i1.nested"));
    Promise.resolve().then(() => out.push("micro"));
  });
  setImmediate(() => out.push("i2"));
  const gone = setImmediate(() => out.push("never"));
  clearImmediate(gone);
  setTimeout(done, 20);
});
console.log(out);
out.length = 0;
await new Promise((done) => {
  setTimeout(() => {
    out.push("t0");
    setTimeout(() => out.push("t0.nested"), 0);
    Promise.resolve().then(() => out.push("t0.micro"));
  }, 0);
  setTimeout(() => out.push("t1"), 1);
  setTimeout((...a) => out.push(a.join("+")), 2, "x", "y");
  const t = setTimeout(() => out.push("cleared"), 3);
  setTimeout(() => clearTimeout(t), 2);
  setTimeout(done, 40);
});
console.log(out);
//= [ 'i1', 'micro', 'i2', 'i1.nested' ]
//= [ 't0', 't0.micro', 't1', 'x+y', 't0.nested' ]
