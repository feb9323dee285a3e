// check: tasks=holds event-loop=holds
// Whoever commits second is aborted, because what it read is no longer so, and looks again.
const db = new Database({ rows: { alice: true, bob: true }, isolation: "serializable" });
async function leave(me: string, other: string) {
  await db.transaction(async (transaction) => {
    const isCovered = await transaction.get(other);
    await yieldNow();
    if (isCovered) await transaction.put(me, false);
  }, { retries: 1 });
}
await Promise.all([leave("alice", "bob"), leave("bob", "alice")]);
assert((await db.get("alice")) || (await db.get("bob")), "nobody is on call");
