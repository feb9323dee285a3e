// check: tasks=assertion(12) event-loop=assertion(14)
// A flag that is set after a wait comes too late.
let made = 0;
let connection: { id: number } | undefined;
let isConnecting = false;
async function connect() {
  made++;
  await sleep(5);
  return { id: made };
}
async function getConnection() {
  while (isConnecting) await sleep(1);
  if (connection === undefined) {
    await sleep(1); // writes to the log
    isConnecting = true;
    connection = await connect();
    isConnecting = false;
  }
  return connection;
}
await Promise.all([spawn("A", getConnection), spawn("B", getConnection)]);
assert(made === 1, `made ${made} connections`);
