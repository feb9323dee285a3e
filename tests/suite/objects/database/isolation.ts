// What two transactions see of each other, level by level.
for (const isolation of ["read committed", "snapshot", "serializable"] as const) {
  const db = new Database({ rows: { x: 1, y: 1 }, isolation });
  const first = await db.begin();
  const second = await db.begin();
  const before = await second.get("x");
  await first.put("x", 5);
  const uncommitted = await second.get("x");
  await first.commit();
  const after = await second.get("x");
  let outcome = "committed";
  try {
    await second.put("y", after + 1);
    await second.commit();
  } catch (error) {
    outcome = `${error.code}: ${error.message}`;
  }
  console.log(isolation, before, uncommitted, after, outcome, await db.get("y"));
}
const db = new Database({ rows: { x: 1 } });
const transaction = await db.begin();
await transaction.delete("x");
console.log(await transaction.get("x"), await db.get("x"), db.openTransactions);
await transaction.rollback();
console.log(await db.get("x"), await db.get("nothing"), db.openTransactions);
//= read committed 1 1 5 committed 6
//= snapshot 1 1 1 committed 2
//= serializable 1 1 1 SERIALIZATION_FAILURE: db: could not serialize access to "x", another transaction has committed it since 1
//= undefined 1 1
//= 1 undefined 0
