// check: tasks=assertion(8) event-loop=assertion(6) threads=race(7),assertion(9)
// The answers are collected in the order in which they come.
const answers: string[] = [];
async function ask(name: string) {
  const answer = await io(name, [1, 20], name);
  answers.push(answer);
}
await Promise.all([ask("first"), ask("second")]);
assert(answers.join() === "first,second", answers.join());
