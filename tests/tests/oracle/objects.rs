//! Random programs over what is more than a mutex, a semaphore or a channel.
//!
//! Owns statements for the other objects that tasks can meet at: what is hashed of each is written by hand or derived,
//! and either can forget something. Numbers stay small, so that the judge, who forgets nothing, comes to an end.

use std::sync::Arc;

use proptest::prelude::*;
use proptest::strategy::Union;
use world::{Detail, Log, Setup, World};

/// Locks, gates and counters: `(what is declared, what a task may do with it)`.
const MEETING: &[(&str, &[&str])] = &[
    (
        "const lock = new RwLock();",
        &[
            "await lock.readLock(); y = x; lock.readUnlock();",
            "await lock.writeLock(); x = x + 1; lock.writeUnlock();",
            "await lock.readLock();",
            "await lock.writeLock();",
        ],
    ),
    (
        "const m = new Mutex(); const changed = new Condition(m);",
        &[
            "await m.lock(); while (x === 0) await changed.wait(); x = x - 1; m.unlock();",
            "await m.lock(); if (x === 0) await changed.wait(); x = x - 1; m.unlock();",
            "await m.lock(); x = x + 1; changed.notifyOne(); m.unlock();",
            "await m.lock(); x = 2; changed.notifyAll(); m.unlock();",
            "changed.notifyOne();",
        ],
    ),
    (
        "const barrier = new Barrier(2);",
        &["await barrier.wait();", "x = x + 1; await barrier.wait(); y = x;"],
    ),
    (
        "const latch = new Latch(2);",
        &[
            "latch.countDown();",
            "await latch.wait();",
            "latch.countDown(); await latch.wait(); y = x;",
        ],
    ),
    (
        "const group = new WaitGroup();",
        &["group.add(1);", "group.done();", "await group.wait();"],
    ),
    (
        "const gate = new ManualResetEvent();",
        &["gate.set();", "await gate.wait();", "gate.reset();"],
    ),
    (
        "const turnstile = new AutoResetEvent();",
        &["turnstile.set();", "await turnstile.wait();"],
    ),
    (
        "const heavy = new WeightedSemaphore(2);",
        &[
            "await heavy.acquire(2);",
            "await heavy.acquire(1);",
            "heavy.release(1);",
            "heavy.release(2);",
        ],
    ),
    (
        "const ranked = new PrioritySemaphore(1);",
        &[
            "await ranked.acquire(2); await yieldNow(); ranked.release();",
            "await ranked.acquire(1);",
            "await ranked.acquire(0, { timeoutMs: 1 });",
            "ranked.release();",
        ],
    ),
    (
        "const cell = new AtomicRef({ value: 0 });",
        &[
            "const was = cell.get(); cell.compareAndSet(was, { value: was.value + 1 });",
            "cell.set({ value: 0 });",
            "if (cell.get().value > 0) y = 3;",
        ],
    ),
    (
        "const inherits = new Mutex({ priorityInheritance: true });",
        &[
            "await inherits.lock(); work(1); inherits.unlock();",
            "await inherits.lock(); await yieldNow(); x = x + 1; inherits.unlock();",
            "await spawn('urgent', async () => { await inherits.lock(); inherits.unlock(); }, { priority: 0 });",
        ],
    ),
];

/// What has to do with time, with failing, or with being told to stop.
const PASSING: &[(&str, &[&str])] = &[
    (
        "const stop = new AbortController();",
        &[
            "stop.abort();",
            "await sleep(2, { signal: stop.signal });",
            "stop.signal.throwIfAborted();",
            "stop.signal.addEventListener('abort', () => { y = y + 1; });",
            "if (stop.signal.aborted) x = x + 1;",
        ],
    ),
    (
        "const victim = spawn('victim', async () => { await sleep(2); x = x + 1; });",
        &[
            "victim.cancel();",
            "await victim;",
            "try { await victim; } catch { y = 8; }",
        ],
    ),
    (
        "const bucket = new TokenBucket(1, 500);",
        &["await bucket.consume();", "if (bucket.tryConsume()) x = x + 1;"],
    ),
    (
        "const spaced = new Gcra(500);",
        &["await spaced.consume();", "if (!spaced.tryConsume()) y = y + 1;"],
    ),
    (
        "const sliding = new SlidingWindow(1, 2);",
        &["await sliding.consume();", "if (sliding.tryConsume()) x = x + 1;"],
    ),
    (
        "const cache = new Cache({ ttlMs: 2, maxSize: 1 });",
        &[
            "await cache.get('a', async () => { await sleep(1); return ++x; });",
            "await cache.get('b', () => { y = y + 1; return y; });",
            "cache.delete('a');",
            "await sleep(2);",
        ],
    ),
    (
        "const breaker = new CircuitBreaker(async (fails) => { await sleep(1); if (fails) throw new Error('no'); }, \
         { volumeThreshold: 1, resetTimeout: 2, timeout: false });",
        &[
            "try { await breaker.fire(true); } catch { y = y + 1; }",
            "await breaker.fire(false);",
            "await sleep(2);",
        ],
    ),
    (
        "const pool = new ConnectionPool(() => ({ used: 0 }), { maxSize: 1, acquireTimeoutMs: 2 });",
        &[
            "const c1 = await pool.acquire(); await yieldNow(); pool.release(c1);",
            "const c2 = await pool.acquire(); c2.used++; x = c2.used; pool.release(c2);",
            "await pool.acquire();",
        ],
    ),
    (
        "const workers = new WorkerPool(1, { queueLimit: 1 });",
        &[
            "await workers.run(() => { x = x + 1; });",
            "workers.run(async () => { await yieldNow(); y = x; });",
            "await workers.close();",
        ],
    ),
    (
        "const scope = new ConcurrencyScope();",
        &[
            "scope.spawn(async () => { await sleep(1); x = x + 1; });",
            "scope.spawn(() => { throw new Error('bad'); });",
            "await scope.join();",
            "await scope.settle();",
            "scope.abort();",
        ],
    ),
    (
        "const actor = new Actor(async (by) => { await yieldNow(); x = x + by; return x; }, { mailbox: 1 });",
        &["await actor.ask(1);", "await actor.send(2);", "actor.stop();"],
    ),
    (
        "const topic = new Topic(); const inbox = topic.subscribe({ buffer: 1 });",
        &[
            "await topic.publish(1);",
            "y = await inbox.receive();",
            "inbox.unsubscribe();",
            "topic.close();",
        ],
    ),
    (
        "const jobs = new MessageQueue({ visibilityMs: 2 });",
        &[
            "jobs.send('a');",
            "const got = await jobs.receive(); await yieldNow(); x = x + 1; jobs.ack(got);",
        ],
    ),
    (
        "let ticks = 0; const timer = setInterval(() => { if (++ticks === 2) clearInterval(timer); }, 1);",
        &[
            "clearInterval(timer);",
            "await sleep(1); y = ticks;",
            "work(2); x = ticks;",
        ],
    ),
    (
        "const leaky = new LeakyBucket(1, 500);",
        &[
            "await leaky.consume();",
            "if (leaky.tryConsume()) x = x + 1;",
            "await leaky.consume(1, { timeoutMs: 1 });",
        ],
    ),
    (
        "const window = new FixedWindow(1, 2);",
        &[
            "await window.consume();",
            "if (window.tryConsume()) x = x + 1;",
            "await sleep(2);",
        ],
    ),
    (
        "const counted = new SlidingWindow(1, 2, { kind: 'counter' });",
        &[
            "await counted.consume();",
            "if (counted.tryConsume()) x = x + 1;",
            "await sleep(1);",
        ],
    ),
    (
        "const keyed = new KeyedLimiter({ rule: 'FixedWindow', limit: 1, windowMs: 2 });",
        &[
            "await keyed.consume('a');",
            "if (keyed.tryConsume('b')) x = x + 1;",
            "await keyed.consume('a', 1, { timeoutMs: 1 });",
        ],
    ),
    (
        "const deduped = new DedupedCache();",
        &[
            "x = await deduped.get('a', async () => { await yieldNow(); return y + 1; }, 2);",
            "await deduped.get('a', () => { throw new Error('miss'); }, 2);",
            "await deduped.get('a', async () => { await sleep(1); return 1; }, 1, { timeoutMs: 1 });",
        ],
    ),
    (
        "const stale = new Cache({ ttlMs: 1, staleWhileRevalidateMs: 2, negativeTtlMs: 1 });",
        &[
            "x = await stale.get('a', async () => { await yieldNow(); return y + 1; });",
            "await stale.get('a', () => { throw new Error('miss'); });",
            "await sleep(1);",
        ],
    ),
    (
        "const adaptive = new AdaptiveConcurrency({ initial: 1, max: 2 });",
        &[
            "await adaptive.execute(async () => { await sleep(1); x = x + 1; });",
            "await adaptive.execute(() => { throw new Error('no'); });",
            "await adaptive.execute(() => { y = adaptive.limit; }, { timeoutMs: 1 });",
        ],
    ),
    (
        "const shedder = new LoadShedder({ targetMs: 1, intervalMs: 1, maxQueue: 1 });",
        &[
            "await shedder.execute(async () => { await sleep(2); x = x + 1; });",
            "await shedder.execute(() => { y = y + 1; });",
        ],
    ),
    (
        "const scaler = new Autoscaler({ target: 1, max: 2, startupMs: 1, cooldownMs: 1 });",
        &[
            "x = scaler.observe(2);",
            "y = scaler.ready;",
            "scaler.observe(0);",
            "await sleep(1);",
        ],
    ),
    (
        "const hold = new Bulkhead({ maxConcurrent: 1, maxQueue: 1 });",
        &[
            "await hold.execute(async () => { await yieldNow(); x = x + 1; });",
            "await hold.execute(() => { y = x; }, { timeoutMs: 1 });",
        ],
    ),
    (
        "let tries = 0; const attempt = async () => { await yieldNow(); if (++tries < 2) throw new Error('again'); };",
        &[
            "await retry(attempt, { retries: 1, minTimeout: 1, jitter: 'none' });",
            "await withTimeout(sleep(2), 1);",
            "await withTimeout(async () => { await sleep(1); x = x + 1; }, 1);",
            "await hedge([async () => { await sleep(2); x = 1; }, async () => { y = 1; }], { delayMs: 1 });",
        ],
    ),
    (
        "const budget = new RetryBudget({ ttlMs: 2, minRetriesPerSec: 0, percentCanRetry: 1 });",
        &[
            "try { await retry(() => { throw new Error('no'); }, { retries: 1, minTimeout: 1, jitter: 'none', budget }); } catch { y = y + 1; }",
            "await sleep(1);",
        ],
    ),
    (
        "const c = new Channel(0); const d = new Channel(1);",
        &[
            "const got = await select([c.onReceive(), d.onSend(1)]); x = got.index;",
            "await select([d.onReceive(), after(1)]);",
            "await select([c.onSend(2), otherwise]);",
            "await c.send(1);",
            "d.close();",
        ],
    ),
    (
        "const server = new Server({ concurrency: 1, queueLimit: 1, serviceMs: 1, handle: () => ++x });",
        &[
            "await server.request();",
            "try { await server.request(); } catch { y = y + 1; }",
        ],
    ),
    (
        "const target = new EventTarget(); target.addEventListener('go', async () => { await yieldNow(); x = x + 1; });",
        &[
            "target.dispatchEvent(new Event('go'));",
            "target.addEventListener('go', () => { y = x; }, { once: true });",
        ],
    ),
    (
        "const items = [1, 2];",
        &[
            "await parallelMap(items, async (item) => { await yieldNow(); x = x + item; }, { concurrency: 1 });",
            "for await (const item of pipeline(items, async (item) => { await yieldNow(); return item; })) y = item;",
            "items.pop();",
        ],
    ),
    (
        "const bank = new Database({ rows: { a: 1 }, latencyMs: 0 });",
        &[
            "await bank.transaction(async (t) => { const a = await t.get('a'); await t.put('a', a + 1); });",
            "await bank.put('a', 0);",
            "x = await bank.get('a');",
        ],
    ),
    (
        "const users = batch(async (keys) => { await yieldNow(); return keys.map((key) => key * 2); }, { maxSize: 2, maxWaitMs: 1 });",
        &[
            "x = await users.load(1);",
            "y = await users.load(2);",
            "users.clearAll();",
        ],
    ),
    (
        "const limit = pLimit(1);",
        &[
            "await limit(async () => { await yieldNow(); x = x + 1; });",
            "limit(() => { y = x; });",
            "limit.clearQueue();",
        ],
    ),
];

/// What any task may do besides.
const PLAIN: &[&str] = &[
    "x = x + 1;",
    "y = x;",
    "await yieldNow();",
    "await sleep(1);",
    "assert(x < 2, 'x');",
    "if (y > 1) throw new Error('y');",
    "{ const seen = x; await yieldNow(); x = seen + 1; }",
    "critical('door');",
];

/// A whole program: one or two objects, two or three tasks that meet there, and perhaps one that is more urgent.
pub(crate) fn object_source() -> impl Strategy<Value = String> {
    let all: Vec<_> = MEETING.iter().chain(PASSING).copied().collect();
    let objects = prop::collection::vec(prop::sample::select(all), 1..=2);
    objects.prop_flat_map(|mut objects| {
        objects.dedup_by_key(|object| object.0);
        let declared = objects.iter().map(|object| object.0).collect::<Vec<_>>().join("\n");
        let uses = objects.iter().map(|object| (3, prop::sample::select(object.1).boxed()));
        let statement = Union::new_weighted(uses.chain([(2, prop::sample::select(PLAIN).boxed())]).collect());
        let bodies = prop::collection::vec(prop::collection::vec(statement, 1..=2), 2..=3);
        (Just(declared), bodies, any::<bool>(), 0..4usize).prop_map(whole)
    })
}

fn whole((declared, bodies, is_awaited, urgent): (String, Vec<Vec<&str>>, bool, usize)) -> String {
    let mut source = format!("let x = 0; let y = 0;\nconst all: Promise<unknown>[] = [];\n{declared}\n");
    for (index, body) in bodies.iter().enumerate() {
        let options = if index == urgent { ", { priority: 1 }" } else { "" };
        let body: String = body.iter().map(|statement| format!("{{ {statement} }} ")).collect();
        source += &format!("all.push(spawn('T{index}', async () => {{ {body}}}{options}));\n");
    }
    if is_awaited {
        source += "await Promise.allSettled(all);\nconsole.log(x, y);\nassert(x > 0 || y > 0);\n";
    }
    source
}

/// What somebody misspelt would be judged alike, and say nothing.
#[test]
fn every_statement_calls_what_there_is() {
    for (declared, uses) in MEETING.iter().chain(PASSING) {
        for statement in *uses {
            let source = format!(
                "let x = 0; let y = 0;\n{declared}\n\
                 spawn(async () => {{ {statement} }}).catch((error) => console.log(`${{error}}`));\n"
            );
            let line = last_line(&source).unwrap_or_default();
            let is_misspelt = line.contains("is not a function") || line.contains("is not defined");
            assert!(!is_misspelt, "{statement}\n{line}");
        }
    }
}

/// Runs a program, whatever comes first, and tells what it printed last.
fn last_line(source: &str) -> Option<String> {
    let compilation = compiler::compile(source, &compiler::Options::default());
    assert!(!compilation.has_errors(), "{source}\n{:?}", compilation.diagnostics);
    let mut log = Log::new(Detail::Findings);
    let mut world = World::new(Arc::new(compilation.program), Setup::default(), &mut log);
    let mut choices = Vec::new();
    for _ in 0..1_000 {
        world.choices(&mut choices);
        let Some(&choice) = choices.first() else { break };
        world.step(choice, &mut log).expect("an open choice can be taken");
    }
    world.last_line().map(str::to_owned)
}
