let total = 0;
const counter = new Actor(
  async (n) => {
    const before = total;
    await sleep(1);
    total = before + n;
    return total;
  },
  { mailbox: 2 },
);
await Promise.all([1, 2, 3, 4, 5].map((n) => spawn(`s${n}`, () => counter.send(n))));
console.log(await counter.ask(10));
const picky = new Actor(
  (n) => {
    if (n > 1) throw new Error("too many");
    return n;
  },
  { mailbox: 1, overflow: "reject" },
);
console.log(await picky.ask(1));
try {
  await picky.ask(2);
} catch (e) {
  console.log(e.message);
}
const slow = new Actor(
  async () => {
    await sleep(100);
  },
  { mailbox: 1, overflow: "reject" },
);
await slow.send("a");
await sleep(1);
await slow.send("b");
try {
  await slow.send("c");
} catch (e) {
  console.log(e.name, e.message);
}
slow.stop();
try {
  slow.stop();
} catch (e) {
  console.log(e.message);
}
try {
  await slow.send("d");
} catch (e) {
  console.log(e.message, slow.pending, slow.stopped);
}
for (const make of [
  () => new Actor(5),
  () => new Actor(() => 0, { mailbox: 0 }),
  () => new Actor(() => 0, { overflow: "x" }),
]) {
  try {
    make();
  } catch (e) {
    console.log(`${e}`);
  }
}
//= 25
//= 1
//= too many
//= OverloadError slow.send(): the mailbox is full, 1 messages lie in it
//= slow.stop(): the actor is stopped already
//= slow.send(): the actor is stopped 1 true
//= RangeError: new Actor: the handler must be a function, not 5
//= RangeError: new Actor: mailbox must be a whole number of at least 1, not 0
//= RangeError: new Actor: overflow must be one of "wait", "reject", not "x"
