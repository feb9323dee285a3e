// check: threads=exception(10) tasks=exception(8) event-loop=exception(12)
// A time limit ends the wait, with an error instead of an answer.
const left: Actor = new Actor(async (n: number) => (n === 0 ? 0 : await right.ask(n - 1, { timeoutMs: 5 })));
const right: Actor = new Actor(async (n: number) => (n === 0 ? 0 : await left.ask(n - 1, { timeoutMs: 5 })));
await left.ask(2);
