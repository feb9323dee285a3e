// lanes: model=tasks
const a = new Mutex();
const b = new Mutex();
spawn("left", async () => { await a.lock(); await yieldNow(); await b.lock(); });
spawn("right", async () => { await b.lock(); await yieldNow(); await a.lock(); });
//! deadlock: left waits for b, held by right; right waits for a, held by left
