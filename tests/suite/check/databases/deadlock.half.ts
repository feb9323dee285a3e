// check: tasks=exception(13) event-loop=exception(20) threads=exception(22)
// The database notices and aborts one; nobody tries again.
const db = new Database({ rows: { x: 10, y: 10 }, detectDeadlocks: true });
async function transfer(from: string, to: string) {
  await db.transaction(async (transaction) => {
    await transaction.update(from, (balance) => balance - 1);
    await yieldNow();
    await transaction.update(to, (balance) => balance + 1);
  });
}
await Promise.all([transfer("x", "y"), transfer("y", "x")]);
