// A wait for a connection, a message, a server or a row ends early: by a signal, or by a limit of its own.
const pool = new ConnectionPool(() => ({}), { maxSize: 1, minSize: 0 });
const jobs = new MessageQueue();
const server = new Server({ concurrency: 1, serviceMs: 100 });
const db = new Database({ rows: { x: 1 } });
const held = await pool.acquire();
const busy = server.request("busy");
const other = await db.begin();
await other.put("x", 2);
const mine = await db.begin();
const controller = new AbortController();
setTimeout(() => controller.abort(new Error("enough")), 30);
const waits = (options: any) => [
  pool.acquire(options),
  jobs.receive(options),
  server.request("me", options),
  mine.put("x", 3, options),
];
for (const options of [{ timeoutMs: 20 }, { signal: controller.signal }, { signal: controller.signal }]) {
  const ends = await Promise.allSettled(waits(options));
  for (const end of ends as any[]) console.log(Date.now(), `${end.reason}`);
}
console.log(pool.waitingCount, server.waiting, db.openTransactions);
// Nothing is left of them: what becomes free is free.
pool.release(held);
await other.commit();
jobs.send("x");
console.log(pool.availableCount, jobs.length, await mine.get("x"), await busy);
await mine.rollback();
//= 20 TimeoutError: Connection acquire timeout after 20ms. Pool: 1/1, Active: 1, Waiting: 0
//= 20 TimeoutError: jobs.receive(): timed out after 20 ms
//= 20 TimeoutError: server.request(): timed out after 20 ms
//= 20 TimeoutError: db.lock(): timed out after 20 ms
//= 30 Error: enough
//= 30 Error: enough
//= 30 Error: enough
//= 30 Error: enough
//= 30 Error: enough
//= 30 Error: enough
//= 30 Error: enough
//= 30 Error: enough
//= 0 0 2
//= 1 1 2 busy
