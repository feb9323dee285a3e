// check: threads=assertion(9) tasks=assertion(7)
// Two sources, one consumer that takes from whichever is ready: it cannot know which comes first.
const left = new Channel<string>();
const right = new Channel<string>();
const seen: string[] = [];
async function consume() {
  for (let i = 0; i < 2; i++) {
    const { value } = await select([left.onReceive(), right.onReceive()]);
    seen.push(value as string);
  }
}
await Promise.all([
  spawn("left", () => left.send("l")),
  spawn("right", () => right.send("r")),
  spawn("consumer", consume),
]);
assert(seen.join("") === "lr", seen.join(""));
