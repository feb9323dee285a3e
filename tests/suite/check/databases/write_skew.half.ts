// check: tasks=assertion(30) event-loop=assertion(26)
// Reading what is committed just now does not help: both read before either writes.
const db = new Database({ rows: { alice: true, bob: true }, isolation: "read committed" });
async function leave(me: string, other: string) {
  await db.transaction(async (transaction) => {
    const isCovered = await transaction.get(other);
    await yieldNow();
    if (isCovered) await transaction.put(me, false);
  }, { retries: 1 });
}
await Promise.all([leave("alice", "bob"), leave("bob", "alice")]);
assert((await db.get("alice")) || (await db.get("bob")), "nobody is on call");
