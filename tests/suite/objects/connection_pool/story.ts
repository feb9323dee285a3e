// Two connections for five callers: direct hand-off in the order of asking, one that waits too long, one connection found dead.
let opened = 0;
class Connection {
  id = ++opened;
  async connect() {
    await sleep(20);
    console.log(`${Date.now()} open ${this.id}`);
  }
  async disconnect() {
    await sleep(5);
    console.log(`${Date.now()} closed ${this.id}`);
  }
  async isAlive() {
    await sleep(1);
    return this.id !== 2;
  }
}
const pool = new ConnectionPool(async () => new Connection(), { maxSize: 2, minSize: 0, acquireTimeoutMs: 50 });
async function use(name: string, ms: number) {
  try {
    await pool.withConnection(async (connection: Connection) => {
      console.log(`${Date.now()} ${name} has ${connection.id}`);
      await sleep(ms);
    });
  } catch (error) {
    console.log(`${Date.now()} ${name}: ${error.name}: ${error.message}`);
  }
}
await Promise.all([use("a", 10), use("b", 21), use("c", 60), use("d", 61), use("e", 10)]);
console.log(pool.size, pool.availableCount, pool.waitingCount);
await use("f", 1);
await pool.close();
console.log(pool.size);
//= in EventLoop:
//= 20 open 1
//= 20 a has 1
//= 20 open 2
//= 20 b has 2
//= 30 c has 1
//= 41 d has 2
//= 50 e: TimeoutError: Connection acquire timeout after 50ms. Pool: 2/2, Active: 2, Waiting: 0
//= 2 2 0
//= 108 closed 2
//= 109 f has 1
//= 115 closed 1
//= 0
//= in Tasks:
//= 20 open 1
//= 20 open 2
//= 20 a has 1
//= 20 b has 2
//= 30 c has 1
//= 41 d has 2
//= 50 e: TimeoutError: Connection acquire timeout after 50ms. Pool: 2/2, Active: 2, Waiting: 0
//= 2 2 0
//= 108 closed 2
//= 109 f has 1
//= 115 closed 1
//= 0
//= in Threads:
//= 20 open 1
//= 20 a has 1
//= 20 open 2
//= 20 b has 2
//= 30 c has 1
//= 41 d has 2
//= 50 e: TimeoutError: Connection acquire timeout after 50ms. Pool: 2/2, Active: 2, Waiting: 0
//= 2 2 0
//= 108 closed 2
//= 109 f has 1
//= 115 closed 1
//= 0
