// check: tasks=holds event-loop=holds threads=holds
// Rows are locked in one order, whichever way the money goes.
const db = new Database({ rows: { x: 10, y: 10 } });
async function transfer(from: string, to: string) {
  const transaction = await db.begin();
  for (const row of [from, to].sort()) {
    await transaction.update(row, (balance) => balance + (row === to ? 1 : -1));
  }
  await transaction.commit();
}
await Promise.all([transfer("x", "y"), transfer("y", "x")]);
assert((await db.get("x")) === 10 && (await db.get("y")) === 10);
