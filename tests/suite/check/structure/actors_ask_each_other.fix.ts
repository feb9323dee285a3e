// check: threads=holds tasks=holds event-loop=holds
// An actor tells the other what to do next and is done: nobody waits while it works.
let answer = -1;
const left: Actor = new Actor(async (n: number) => (n === 0 ? void (answer = 0) : await right.send(n - 1)));
const right: Actor = new Actor(async (n: number) => (n === 0 ? void (answer = 0) : await left.send(n - 1)));
await left.send(2);
await sleep(10);
