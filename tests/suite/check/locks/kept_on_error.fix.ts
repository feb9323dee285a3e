// check: threads=holds tasks=holds event-loop=holds
// `withLock` unlocks whatever happens.
const m = new Mutex();
async function save(text: string) {
  await m.withLock(() => {
    if (text === "") throw new Error("nothing to save");
  });
}
async function editor(text: string) {
  try {
    await save(text);
  } catch (error) {
    console.log(String(error));
  }
}
await Promise.all([spawn("A", () => editor("")), spawn("B", () => editor("text"))]);
