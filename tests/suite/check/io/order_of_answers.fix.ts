// check: tasks=holds event-loop=holds threads=holds
// `Promise.all` keeps the order of the questions.
async function ask(name: string) {
  return await io(name, [1, 20], name);
}
const answers = await Promise.all([ask("first"), ask("second")]);
assert(answers.join() === "first,second", answers.join());
