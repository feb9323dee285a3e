// Each has locked the row that the other wants next: who waits for which row, held by whom.
const db = new Database({ rows: { x: 10, y: 10 } });
async function transfer(from: string, to: string) {
  const transaction = await db.begin();
  await transaction.update(from, (balance) => balance - 1);
  await sleep(1);
  await transaction.update(to, (balance) => balance + 1);
  await transaction.commit();
}
spawn("A", () => transfer("x", "y"));
spawn("B", () => transfer("y", "x"));
//! deadlock: A waits for the row "y" of db, held by B; B waits for the row "x" of db, held by A
