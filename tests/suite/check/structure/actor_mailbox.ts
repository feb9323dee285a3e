// check: threads=holds tasks=holds event-loop=holds
// A bounded mailbox lets senders wait, and every message arrives.
let seen = 0;
const actor = new Actor(
  () => {
    seen++;
  },
  { mailbox: 1 },
);
const send = () => actor.send("x");
await Promise.all([spawn("A", send), spawn("B", send)]);
await actor.ask("last");
assert(seen === 3, `${seen} of 3`);
