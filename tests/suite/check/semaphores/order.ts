// check: threads=assertion(11) tasks=assertion(6) event-loop=holds
// The second is to follow the first, but nothing makes it wait.
let text = "";
const m = new Mutex();
async function write(part: string) {
  await m.lock();
  text = text + part;
  m.unlock();
}
await Promise.all([spawn("first", () => write("a")), spawn("second", () => write("b"))]);
assert(text === "ab", text);
