// check: tasks=deadlock(11) event-loop=deadlock(9) threads=deadlock(19)
// Each has locked the row that the other wants next.
const db = new Database({ rows: { x: 10, y: 10 } });
async function transfer(from: string, to: string) {
  const transaction = await db.begin();
  await transaction.update(from, (balance) => balance - 1);
  await yieldNow();
  await transaction.update(to, (balance) => balance + 1);
  await transaction.commit();
}
await Promise.all([transfer("x", "y"), transfer("y", "x")]);
