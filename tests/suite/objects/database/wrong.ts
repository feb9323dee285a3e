for (const make of [
  () => new Database({ isolation: "none" as any }),
  () => new Database({ rows: 5 as any }),
  () => new Database({ latencyMs: -1 }),
]) {
  try {
    make();
  } catch (error) {
    console.log(`${error.name}: ${error.message}`);
  }
}
const db = new Database({ rows: { x: 1 } });
async function attempt(what: () => Promise<unknown>) {
  try {
    await what();
  } catch (error) {
    console.log(`${error.name} ${error.code}: ${error.message}`);
  }
}
const transaction = await db.begin();
await attempt(() => transaction.get(5 as any));
await attempt(() => transaction.update("x", () => { throw new TypeError("in the middle"); }));
await transaction.commit();
await attempt(() => transaction.commit());
await attempt(() => transaction.put("x", 2));
await transaction.rollback();
await attempt(() => db.begin({ isolation: "dirty" as any }));
await attempt(() => db.transaction(async () => 1, { retries: NaN }));
await attempt(() => db.transaction(async (transaction) => {
  await transaction.put("x", 7);
  throw new Error("undone");
}));
console.log(await db.get("x"), db.openTransactions);
//= RangeError: new Database: isolation must be "read committed" or "snapshot" or "serializable", not "none"
//= RangeError: new Database: rows must be an object, not 5
//= RangeError: new Database: latencyMs must be milliseconds that are not negative, [least, most] or a distribution, not -1
//= TypeError undefined: db: a row is named by a string, not 5
//= TypeError undefined: in the middle
//= Error TRANSACTION_OVER: db: the transaction is over
//= Error TRANSACTION_OVER: db: the transaction is over
//= RangeError undefined: db.begin(): isolation must be "read committed" or "snapshot" or "serializable", not "dirty"
//= RangeError undefined: Database.transaction(): retries must be a number of at least 0, not NaN
//= Error undefined: undone
//= 1 0
