// How many ticks yield, return and yield* of async generators take.
const out = [];
const tick = async () => {
  for (let i = 0; i < 14; i++) {
    await null;
    out.push(i);
  }
};
async function* plain() {
  yield "p1";
  yield "p2";
  return "pr";
}
async function* promised() {
  yield Promise.resolve("q1");
  return Promise.resolve("qr");
}
async function* star() {
  return yield* plain();
}
const drain = async (it) => {
  for (;;) {
    const r = await it.next();
    out.push(r.value);
    if (r.done) break;
  }
};
await Promise.all([tick(), drain(plain()), drain(promised()), drain(star())]);
console.log(out.join(" "));
//= 0 1 p1 q1 2 p1 3 p2 qr 4 5 pr p2 6 7 8 9 pr 10 11 12 13
