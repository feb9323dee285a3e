// check: threads=deadlock(4),leak(7) tasks=deadlock(4),leak(8) event-loop=deadlock(5)
// A `finally` that begins after the check.
const m = new Mutex();
async function save(text: string) {
  await m.lock();
  if (text === "") throw new Error("nothing to save");
  try {
    await yieldNow(); // writes
  } finally {
    m.unlock();
  }
}
async function editor(text: string) {
  try {
    await save(text);
  } catch (error) {
    console.log(String(error));
  }
}
await Promise.all([spawn("A", () => editor("")), spawn("B", () => editor("text"))]);
