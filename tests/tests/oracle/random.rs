//! Programs made at random, from a fixed seed.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use checker::Verdict;
use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestCaseError, TestRng, TestRunner};

use world::Setup;

use crate::compare::{Comparison, compare, machines};
use crate::guarded::guarded_source;
use crate::objects::object_source;

/// Programs with more states are skipped.
const STATES_MAX: usize = 400;

/// What a task may do, and how deep it may nest.
fn statement() -> impl Strategy<Value = String> {
    let simple = prop_oneof![
        6 => access(),
        4 => locking(),
        3 => channels(),
        3 => waiting(),
        3 => claims(),
    ];
    simple.prop_recursive(2, 6, 2, |inner| {
        let block = prop::collection::vec(inner, 1..=2).prop_map(|statements| statements.join(" "));
        prop_oneof![
            block.clone().prop_map(|body| format!("if (x > 0) {{ {body} }}")),
            block
                .clone()
                .prop_map(|body| format!("if (n.get() === 1) {{ {body} }} else {{ y = y + 1; }}")),
            block
                .clone()
                .prop_map(|body| format!("for (let i = 0; i < 2; i++) {{ {body} }}")),
            block
                .clone()
                .prop_map(|body| format!("try {{ {body} }} catch {{ y = 9; }}")),
            block
                .clone()
                .prop_map(|body| format!("try {{ {body} }} finally {{ n.decrement(); }}")),
            block
                .clone()
                .prop_map(|body| format!("await m.withLock(async () => {{ {body} }});")),
            block.prop_map(|body| format!("await (async () => {{ {body} }})();")),
        ]
    })
}

fn access() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("x = x + 1;"),
        Just("x = y;"),
        Just("y = 7;"),
        Just("y += x;"),
        Just("{ const seen = y; await yieldNow(); y = seen + 1; }"),
        Just("{ const seen = x; await m.lock(); x = seen + 1; m.unlock(); }"),
        Just("box.value = box.value + 1;"),
        Just("box = { value: x };"),
        Just("list.push(x);"),
        Just("x = list.length;"),
        Just("n.increment();"),
        Just("n.compareAndSet(0, 2);"),
        Just("n.set(n.get() + 1);"),
    ]
    .prop_map(str::to_owned)
}

fn locking() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("await m.lock();"),
        Just("m.unlock();"),
        Just("if (m.locked) m.unlock();"),
        Just("if (m.tryLock()) { x = x + 1; m.unlock(); }"),
        Just("if (await m.tryLockFor(2)) m.unlock();"),
        Just("await k.lock();"),
        Just("k.unlock();"),
        Just("await k.lock(); y = y + 1; k.unlock();"),
        Just("await s.acquire();"),
        Just("s.release();"),
        Just("if (s.tryAcquire()) s.release();"),
        Just("if (!(await s.tryAcquireFor(1))) y = 3;"),
        Just("await s.withPermit(() => { x = x + 1; });"),
    ]
    .prop_map(str::to_owned)
}

fn channels() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("await c.send(x);"),
        Just("y = await c.receive();"),
        Just("c.trySend(1);"),
        Just("c.tryReceive();"),
        Just("if (!c.closed) c.close();"),
        Just("for await (const v of c) x = v;"),
    ]
    .prop_map(str::to_owned)
}

fn waiting() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("await sleep(1);"),
        Just("await sleep(2);"),
        Just("await yieldNow();"),
        Just("work(1);"),
        Just("setTimeout(() => { x = x + 1; }, 1);"),
        Just("queueMicrotask(() => { y = 4; });"),
        Just("await Promise.race([sleep(1), m.lock()]);"),
        Just("await Promise.all([sleep(1), yieldNow()]);"),
        Just("spawn(async () => { x = x + 1; });"),
        Just("await spawn(() => { y = 5; });"),
        Just("while (n.get() < 1) await yieldNow();"),
        Just("while (!m.tryLock()) await yieldNow(); m.unlock();"),
    ]
    .prop_map(str::to_owned)
}

fn claims() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("always('y', () => y < 4);"),
        Just("always('n', () => n.get() >= 0);"),
        Just("assert(x < 2, 'x');"),
        Just("assert(y === 7 || y < 2, 'y');"),
        Just("assert(n.get() < 2);"),
        Just("x = choose(2);"),
        Just("if (choose([true, false])) y = y + 1;"),
        Just("critical();"),
        Just("critical('door');"),
        Just("eventually('y', () => y > 0);"),
        Just("sometimes('x', () => x === 2);"),
        Just("y = await io('disk', [1, 3], x);"),
        Just("io('disk', 1).then(() => { x = x + 1; });"),
        Just("always('x', () => x < 3);"),
        Just("if (y > 0) throw new Error('y');"),
        Just("Promise.reject(new Error('nobody'));"),
    ]
    .prop_map(str::to_owned)
}

/// A whole program: what is shared, two or three tasks, and a main line that may wait for them.
pub(crate) fn source() -> impl Strategy<Value = String> {
    let mutex = prop_oneof![Just(""), Just("{ fair: false }"), Just("{ reentrant: true }")];
    let semaphore = prop_oneof![
        Just("0"),
        Just("1"),
        Just("2"),
        Just("1, { max: 1 }"),
        Just("1, { fair: false }")
    ];
    let capacity = prop_oneof![Just("0"), Just("1"), Just("Infinity")];
    let bodies = prop::collection::vec(prop::collection::vec(statement(), 1..=3), 1..=3);
    let main = prop::collection::vec(statement(), 0..=2);
    (mutex, semaphore, capacity, bodies, main, 0..4).prop_map(|(mutex, semaphore, capacity, bodies, main, end)| {
        let mut source = format!(
            "let x = 0; let y = 0; let box = {{ value: 0 }}; const list: number[] = [];\n\
             const m = new Mutex({mutex}); const k = new Mutex(); const s = new Semaphore({semaphore});\n\
             const n = new AtomicInt(0); const c = new Channel<number>({capacity});\nconst all: Promise<unknown>[] = [];\n"
        );
        for (index, body) in bodies.iter().enumerate() {
            let options = if end == 3 && index == 0 { ", { daemon: true }" } else { "" };
            source += &format!("all.push(spawn('T{index}', async () => {{ {} }}{options}));\n", body.join(" "));
        }
        source += &main.join("\n");
        source += match end {
            0 => "\nawait Promise.all(all);\nassert(x > 0 || y > 0 || n.get() > 0);\n",
            1 => "\nawait Promise.allSettled(all);\n",
            _ => "\n",
        };
        source
    })
}

/// What a task does that may do it again and again: nothing here grows, so that whoever goes round comes back.
fn turn() -> impl Strategy<Value = String> {
    let simple = prop_oneof![
        3 => Just("await yieldNow();"),
        2 => Just("await m.lock(); m.unlock();"),
        2 => Just("await m.lock(); await yieldNow(); m.unlock();"),
        1 => Just("await m.lock();"),
        1 => Just("if (m.locked) m.unlock();"),
        2 => Just("if (m.tryLock()) { await yieldNow(); m.unlock(); }"),
        2 => Just("await k.lock(); await m.lock(); m.unlock(); k.unlock();"),
        2 => Just("await s.acquire(); await yieldNow(); s.release();"),
        1 => Just("await s.acquire();"),
        1 => Just("if (s.available === 0) s.release();"),
        2 => Just("n.set(1 - n.get());"),
        2 => Just("n.compareAndSet(0, 1);"),
        1 => Just("n.set(choose(2));"),
        2 => Just("progress();"),
        1 => Just("n.set(0);"),
        1 => Just("await c.send(1);"),
        1 => Just("await c.receive();"),
        1 => Just("c.tryReceive();"),
        1 => Just("await select([c.onReceive(), c.onSend(1)]);"),
        1 => Just("await select([c.onReceive(), c.onSend(1), otherwise]);"),
        1 => Just("await select([c.onReceive(), after(1)]);"),
        1 => Just("assert(n.get() === 0 || !m.locked);"),
        1 => Just("if (n.get() === 1) return;"),
    ];
    simple.prop_map(str::to_owned)
}

/// A program whose tasks go round.
fn round_source() -> impl Strategy<Value = String> {
    let lock = prop_oneof![Just(""), Just("{ fair: false }")];
    let semaphore = prop_oneof![Just("0"), Just("1"), Just("1, { fair: false }")];
    let head = prop_oneof![
        3 => Just("for (;;)"),
        2 => Just("while (n.get() === 0)"),
        1 => Just("while (m.locked)"),
        2 => Just("for (let i = 0; i < 1; i++)"),
    ];
    let body = (head, prop::collection::vec(turn(), 1..=3), prop::bool::weighted(0.2));
    let bodies = prop::collection::vec(body, 1..=3);
    (lock, semaphore, bodies, any::<bool>()).prop_map(|(lock, semaphore, bodies, is_awaited)| {
        let mut source = format!(
            "const m = new Mutex({lock}); const k = new Mutex(); const s = new Semaphore({semaphore});\n\
             const n = new AtomicInt(0); const c = new Channel<number>(1);\nconst all: Promise<unknown>[] = [];\n"
        );
        for (index, (head, body, is_daemon)) in bodies.iter().enumerate() {
            let options = if *is_daemon { ", { daemon: true }" } else { "" };
            let body = body.join(" ");
            source += &format!("all.push(spawn('T{index}', async () => {{ {head} {{ {body} }} }}{options}));\n");
        }
        if is_awaited {
            source += "await Promise.all(all);\n";
        }
        source
    })
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Tries programs made at random; what `tell` answers is whether one counts, or what is wrong with it.
pub(crate) fn each<S: Strategy>(programs: u32, source: S, tell: impl Fn(&S::Value) -> Result<bool, String>) {
    let programs = number("ORACLE_PROGRAMS").map_or(programs, |count| count as u32);
    let config = ProptestConfig {
        cases: programs,
        failure_persistence: None,
        max_global_rejects: 20 * programs + 1_000,
        max_shrink_iters: 500,
        ..ProptestConfig::default()
    };
    let seed: Vec<u8> = number("ORACLE_SEED").unwrap_or(1).to_le_bytes().repeat(4);
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &seed));
    let judged = runner.run(&source, |program| match tell(&program) {
        Ok(true) => Ok(()),
        Ok(false) => Err(TestCaseError::reject("too many states")),
        Err(difference) => Err(TestCaseError::fail(difference)),
    });
    if let Err(error) = judged {
        panic!("{error}");
    }
}

/// Has every program judged on a machine of its own, and says how often each kind was found.
pub(crate) fn judge(
    programs: u32,
    source: impl Strategy<Value = String>,
    machines: &[Setup],
) -> BTreeMap<Verdict, u32> {
    let machine = prop::sample::select(machines.to_vec());
    let counts = RefCell::new(BTreeMap::new());
    each(programs, (source, machine), |(source, setup)| {
        let comparison = compared(source, *setup).map_err(|difference| format!("{difference}\n{source}"))?;
        let Comparison::Agree(found) = comparison else {
            return Ok(false);
        };
        let mut counts = counts.borrow_mut();
        found
            .into_iter()
            .for_each(|verdict| *counts.entry(verdict).or_insert(0) += 1);
        Ok(true)
    });
    counts.into_inner()
}

pub(crate) fn compiled(source: &str) -> Result<Arc<world::Program>, String> {
    let compilation = compiler::compile(source, &compiler::Options::default());
    if compilation.has_errors() {
        return Err(format!("{:?}\n{source}", compilation.diagnostics));
    }
    Ok(Arc::new(compilation.program))
}

fn compared(source: &str, setup: Setup) -> Result<Comparison, String> {
    compare(&compiled(source)?, setup, STATES_MAX)
}

/// Programs that find nothing prove nothing.
pub(crate) fn assert_found(counts: &BTreeMap<Verdict, u32>, kinds: &[Verdict]) {
    for kind in kinds {
        assert!(
            counts.get(kind).is_some_and(|&count| count >= 3),
            "hardly any {kind}: {counts:?}"
        );
    }
}

#[test]
fn programs_made_at_random_are_judged_alike() {
    let counts = judge(1_500, source(), &machines());
    let kinds = [
        Verdict::Assertion,
        Verdict::Always,
        Verdict::Exception,
        Verdict::Deadlock,
        Verdict::LostUpdate,
    ];
    assert_found(&counts, &kinds);
}

#[test]
fn programs_that_go_round_are_judged_alike() {
    let counts = judge(800, round_source(), &machines());
    let kinds = [
        Verdict::Assertion,
        Verdict::Deadlock,
        Verdict::Livelock,
        Verdict::Starvation,
        Verdict::Stuck,
    ];
    assert_found(&counts, &kinds);
}

#[test]
fn programs_that_keep_to_their_locks_are_judged_alike() {
    let threads = machines()[2];
    let counts = judge(1_000, guarded_source(), &[threads]);
    let kinds = [
        Verdict::Assertion,
        Verdict::Breach,
        Verdict::Deadlock,
        Verdict::LostUpdate,
        Verdict::Race,
    ];
    assert_found(&counts, &kinds);
}

#[test]
fn programs_that_meet_at_objects_are_judged_alike() {
    let one_core = |setup| Setup {
        cores: Some(1),
        ..setup
    };
    let [event_loop, tasks, threads, statements] = machines();
    let machines = [
        event_loop,
        tasks,
        threads,
        statements,
        one_core(tasks),
        one_core(threads),
    ];
    let counts = judge(1_000, object_source(), &machines);
    let kinds = [
        Verdict::Assertion,
        Verdict::Deadlock,
        Verdict::Exception,
        Verdict::LostUpdate,
        Verdict::Leak,
        Verdict::OverRelease,
        Verdict::Race,
    ];
    assert_found(&counts, &kinds);
}

/// Programs on which the two once differed.
const DIFFERED: &[&str] = &[
    // A loop of picks was nobody's.
    "const n = new AtomicInt(0); spawn(async () => { for (;;) { n.set(choose(2)); } });",
    // What only a later closure captures was taken for dead.
    "let x = 0; spawn(() => { x = 1; }); spawn(() => { x = 2; }); await yieldNow(); const look = () => x; assert(look() === 2);",
    // What leads up to the second step of a race was put right after a step that waits.
    "let x = 0; let y = 0;
    spawn(async () => { y = x; if (x.y.z) x = 1; });
    spawn(async () => { await sleep(1); y = x; });",
    // Who had been handed a lock was taken for stuck when a step without end kept it out.
    "const m = new Mutex();
    spawn(async () => { await m.lock(); m.unlock(); });
    spawn(async () => { for (;;) { if (m.tryLock()) { await yieldNow(); m.unlock(); } } });",
];

#[test]
fn programs_that_were_judged_differently_are_judged_alike() {
    for (source, setup) in DIFFERED
        .iter()
        .flat_map(|source| machines().map(|setup| (source, setup)))
    {
        assert!(
            matches!(compared(source, setup), Ok(Comparison::Agree(_))),
            "{source} in {setup:?}"
        );
    }
}
