// check: threads=deadlock(4),leak(6) tasks=deadlock(4),leak(7) event-loop=deadlock(5)
// An error jumps over the unlock.
const m = new Mutex();
async function save(text: string) {
  await m.lock();
  if (text === "") throw new Error("nothing to save");
  m.unlock();
}
async function editor(text: string) {
  try {
    await save(text);
  } catch (error) {
    console.log(String(error));
  }
}
await Promise.all([spawn("A", () => editor("")), spawn("B", () => editor("text"))]);
