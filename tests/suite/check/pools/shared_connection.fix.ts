// check: tasks=holds event-loop=holds
// It is closed by the one who has opened it, when all who use it have said that they are done.
const connection = simulatedConnection({ connectMs: 0, latencyMs: 0 });
await connection.connect();
const users = new WaitGroup();
async function user(name: string) {
  try {
    await connection.query(name);
  } finally {
    users.done();
  }
}
users.add(2);
spawn("A", () => user("a"));
spawn("B", () => user("b"));
await users.wait();
await connection.disconnect();
assert(connection.state === "closed", connection.state);
