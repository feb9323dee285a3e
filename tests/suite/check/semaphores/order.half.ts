// check: threads=assertion(13) tasks=holds event-loop=holds
// A delay only makes it likely.
let text = "";
const m = new Mutex();
async function write(part: string) {
  if (part === "b") await sleep(10);
  await m.lock();
  text = text + part;
  m.unlock();
}
await Promise.all([spawn("first", () => write("a")), spawn("second", () => write("b"))]);
assert(text === "ab", text);
