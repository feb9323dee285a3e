// check: threads=deadlock(11) tasks=deadlock(5) event-loop=deadlock(5)
// Two actors that ask each other while they work wait for each other for ever.
const left: Actor = new Actor(async (n: number) => (n === 0 ? 0 : await right.ask(n - 1)));
const right: Actor = new Actor(async (n: number) => (n === 0 ? 0 : await left.ask(n - 1)));
await left.ask(2);
