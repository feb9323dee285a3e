// check: threads=assertion(8) tasks=assertion(6)
// A buffer makes it no better: which of two ready channels goes is open.
const left = new Channel<string>(1);
const right = new Channel<string>(1);
const seen: string[] = [];
left.trySend("l");
right.trySend("r");
await spawn("consumer", async () => {
  for (let i = 0; i < 2; i++) {
    const { value } = await select([left.onReceive(), right.onReceive()]);
    seen.push(value as string);
  }
});
assert(seen.join("") === "lr", seen.join(""));
