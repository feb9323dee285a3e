// Maintenance comes round every 100 ms: it opens what is missing, and closes what nobody used for long.
let made = 0;
const pool = new ConnectionPool(
  () => {
    const id = ++made;
    console.log(`${Date.now()} open ${id}`);
    return { id, disconnect: () => console.log(`${Date.now()} close ${id}`) };
  },
  { maxSize: 3, minSize: 1, idleTimeoutMs: 150, maintenanceIntervalMs: 100, maxLifetimeMs: 1000 },
);
await sleep(120);
const both = [await pool.acquire(), await pool.acquire()];
console.log(both.map((connection) => connection.id).join());
both.forEach((connection) => pool.release(connection));
await sleep(600);
console.log(pool.size);
// Past its lifetime it is replaced when it is borrowed.
await sleep(600);
const fresh = await pool.acquire();
console.log(`${Date.now()} has ${fresh.id}`);
pool.destroy(fresh);
console.log(pool.size);
//= 100 open 1
//= 120 open 2
//= 1,2
//= 300 close 1
//= 1
//= 1320 close 2
//= 1320 open 3
//= 1320 has 3
//= 1320 close 3
//= 0
