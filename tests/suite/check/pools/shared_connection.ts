// check: tasks=exception(10) event-loop=holds
// Whoever is done first closes the connection, which the others are still using.
const connection = simulatedConnection({ connectMs: 0, latencyMs: 0 });
await connection.connect();
async function user(name: string) {
  await connection.query(name);
  await connection.disconnect();
}
await Promise.all([spawn("A", () => user("a")), spawn("B", () => user("b"))]);
