// Many clients at a pool of two: who gets which connection when, who waits too long, what is thrown away.
//
// Deliberate differences to generic-pool, which the story keeps away from:
// - Here whoever opens a connection gets it, as in the pools that everybody writes; there whoever waits longest gets whatever is there first.
//   So opening takes no time in the story.
// - Here a factory that rejects fails the client that it was called for; there it is called again until the client's time is up, so
//   that a wrong password looks like a slow database.
// - Here only a wait in line ends after the timeout; there opening does as well.
// - Here a connection that is handed on is not checked (it has just been used); there each is. Nothing is checked in the story.
// - Here the one that was used last is lent first, unless `fifo` is set, so that the others can grow old and be closed.
// - Here giving back what is not borrowed throws; there it rejects a promise that nobody looks at.
// Within one millisecond the order is not compared: a clock that is moved by hand fires all its timers at once.
//- theirs
import { createPool } from "generic-pool";
const settings = { max: 2, min: 0, acquireTimeoutMillis: 60 };
const poolOf = (open: () => Promise<{ id: number }>) => {
  const pool = createPool({ create: open, destroy: async () => {} }, settings);
  return {
    acquire: () => pool.acquire() as Promise<{ id: number }>,
    release: (connection: { id: number }) => void pool.release(connection),
    destroy: (connection: { id: number }) => void pool.destroy(connection),
    counts: () => `${pool.size} ${pool.available} ${pool.borrowed}`,
  };
};
//- ours
const settings = { maxSize: 2, minSize: 0, acquireTimeoutMs: 60, validateOnBorrow: false, fifo: true };
const poolOf = (open: () => Promise<{ id: number }>) => {
  const pool = new ConnectionPool(open, settings);
  return {
    acquire: () => pool.acquire(),
    release: (connection: { id: number }) => pool.release(connection),
    destroy: (connection: { id: number }) => pool.destroy(connection),
    counts: () => `${pool.size} ${pool.availableCount} ${pool.size - pool.availableCount}`,
  };
};
//- both
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const log: string[] = [];
const tell = (what: string) => void log.push(`${Date.now()} ${what}`);
let opened = 0;
const pool = poolOf(async () => {
  const id = ++opened;
  tell(`opened ${id}`);
  return { id };
});
// Always the same numbers: Park and Miller's generator.
let state = 42;
const draw = (most: number) => (state = (state * 48271) % 2147483647) % most;
const client = async (name: number) => {
  const hold = 2 + 2 * draw(20);
  const isBroken = draw(5) === 0;
  try {
    const connection = await pool.acquire();
    tell(`${name} has ${connection.id}`);
    await pause(hold);
    tell(`${name} ${isBroken ? "throws away" : "gives back"} ${connection.id}`);
    if (isBroken) pool.destroy(connection);
    else pool.release(connection);
  } catch (error) {
    tell(`${name}: ${error.name}`);
  }
};
const clients: Promise<void>[] = [];
for (let name = 0; name < 120; name++) {
  clients.push(client(name));
  // All that changes something happens at even times, so that what is counted at an odd one does not depend on an order.
  if (name % 5 === 0) setTimeout(() => tell(`counts ${pool.counts()}`), 1);
  await pause(2 * draw(10));
}
await Promise.all(clients);
tell(`counts ${pool.counts()}`);
const order = (line: string) => Number.parseInt(line, 10);
log.sort((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
log.forEach((line) => console.log(line));
