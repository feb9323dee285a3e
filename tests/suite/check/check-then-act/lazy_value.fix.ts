// check: tasks=holds event-loop=holds
// The promise is kept, not the value: it is there from the first call on.
let made = 0;
let connection: Promise<{ id: number }> | undefined;
async function connect() {
  made++;
  await sleep(5);
  return { id: made };
}
async function getConnection() {
  connection ??= connect();
  return await connection;
}
await Promise.all([spawn("A", getConnection), spawn("B", getConnection)]);
assert(made === 1, `made ${made} connections`);
