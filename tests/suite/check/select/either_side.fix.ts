// check: threads=holds tasks=holds event-loop=holds
// Nothing is lost or doubled, whichever comes first.
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
assert(seen.sort().join("") === "lr", seen.join(""));
