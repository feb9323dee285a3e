// Whoever wants a row that another has written waits for the end of that transaction; in a circle, the youngest is aborted.
const db = new Database({ rows: { x: 1, y: 1 }, detectDeadlocks: true });
const first = await db.begin();
const second = await db.begin();
await first.update("x", (value) => value + 1);
await second.update("y", (value) => value + 1);
const waiting = first.update("y", (value) => value + 10);
try {
  await second.update("x", (value) => value + 10);
} catch (error) {
  console.log(`${error.code}: ${error.message}`);
}
console.log(await waiting);
await first.commit();
console.log(await db.get("x"), await db.get("y"));
// With retries it comes right by itself.
const move = (from: string, to: string) => db.transaction(async (transaction) => {
  await transaction.update(from, (value) => value - 1);
  await sleep(1);
  await transaction.update(to, (value) => value + 1);
}, { retries: 1 });
await Promise.all([move("x", "y"), move("y", "x")]);
console.log(await db.get("x"), await db.get("y"), db.openTransactions);
//= DEADLOCK: db: deadlock detected while waiting for "x"
//= 11
//= 2 11
//= 2 11 0
