// check: tasks=exception(11) event-loop=holds
// Counting users closes it when nobody uses it, also if somebody only has not begun yet.
const connection = simulatedConnection({ connectMs: 0, latencyMs: 0 });
await connection.connect();
let users = 0;
async function user(name: string, pause: boolean) {
  if (pause) await yieldNow();
  users++;
  await connection.query(name);
  users--;
  if (users === 0) await connection.disconnect();
}
await Promise.all([spawn("A", () => user("a", false)), spawn("B", () => user("b", true))]);
