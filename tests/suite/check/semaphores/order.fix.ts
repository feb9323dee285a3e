// check: threads=holds tasks=holds event-loop=holds
// A signal orders them.
let text = "";
const m = new Mutex();
const first = new Semaphore(0);
async function write(part: string) {
  if (part === "b") await first.acquire();
  await m.lock();
  text = text + part;
  m.unlock();
  if (part === "a") first.release();
}
await Promise.all([spawn("first", () => write("a")), spawn("second", () => write("b"))]);
assert(text === "ab", text);
