// lanes: model=tasks
// A connection that is made when it is first needed, and kept.
// Two that need it first find nothing and make one each. Keep
// the promise instead of the connection: it is there at once.
let connection: { id: number } | undefined;
let made = 0;

async function connect() {
  made = made + 1;
  const id = made;
  await io("connect", 10);
  return { id };
}

async function getConnection() {
  if (!connection) {
    connection = await connect();
  }
  return connection;
}

await Promise.all([spawn("A", getConnection), spawn("B", getConnection)]);
assert(made === 1, `${made} connections were made`);
