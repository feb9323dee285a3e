// check: tasks=assertion(9) event-loop=assertion(10)
// Made on first use, by everybody who comes while it is being made.
let made = 0;
let connection: { id: number } | undefined;
async function connect() {
  made++;
  await sleep(5);
  return { id: made };
}
async function getConnection() {
  if (connection === undefined) {
    connection = await connect();
  }
  return connection;
}
await Promise.all([spawn("A", getConnection), spawn("B", getConnection)]);
assert(made === 1, `made ${made} connections`);
