//! What steps expose of their accesses, from which races are found: two steps from one state that touch one place, one to
//! write it. Every state of small programs is looked at, so that each expectation is exact: which names race, and no others.

use std::collections::BTreeSet;
use std::sync::Arc;

use world::{Choice, Detail, Fingerprinter, Granularity, Log, Model, Setup, StepAccess, TimeMode, World};

const STATES_MAX: usize = 60_000;

/// The names of the places that race in some state, each with the two lines.
fn races(source: &str, granularity: Granularity) -> BTreeSet<(String, u32, u32)> {
    let compilation = compiler::compile(source, &compiler::Options::default());
    assert!(!compilation.has_errors(), "{:?}\n{source}", compilation.diagnostics);
    let setup = Setup {
        model: Model::Threads,
        granularity,
        time: TimeMode::Any,
        ..Setup::default()
    };
    let mut log = Log::new(Detail::Findings);
    let start = World::new(Arc::new(compilation.program), setup, &mut log);
    let mut fingerprinter = Fingerprinter::new(start.program());
    let mut seen = BTreeSet::from([fingerprinter.fingerprint(&start)]);
    let mut pending = vec![start];
    let mut found = BTreeSet::new();
    while let Some(world) = pending.pop() {
        let mut open = Vec::new();
        world.choices(&mut open);
        let mut steps: Vec<(Choice, Vec<StepAccess>)> = Vec::new();
        for choice in open {
            let mut next = world.clone();
            next.step_enabled(choice, &mut log);
            steps.push((choice, log.accesses.clone()));
            if seen.insert(fingerprinter.fingerprint(&next)) {
                pending.push(next);
            }
        }
        assert!(seen.len() < STATES_MAX, "too many states\n{source}");
        for (at, (_, one)) in steps.iter().enumerate() {
            for (_, other) in &steps[at + 1..] {
                for (a, b) in one.iter().flat_map(|a| other.iter().map(move |b| (a, b))) {
                    if a.conflicts_with(b) {
                        let mut lines = [a.line(world.program()), b.line(world.program())];
                        lines.sort_unstable();
                        found.insert((a.name(world.program()).to_owned(), lines[0], lines[1]));
                    }
                }
            }
        }
    }
    found
}

fn names(source: &str) -> Vec<String> {
    let [access, statement] = [Granularity::Access, Granularity::Statement].map(|granularity| {
        let names: BTreeSet<String> = races(source, granularity)
            .into_iter()
            .map(|(name, _, _)| name)
            .collect();
        names
    });
    assert_eq!(access, statement, "the granularity makes a difference\n{source}");
    access.into_iter().collect()
}

#[test]
fn an_unprotected_counter_races_with_its_lines() {
    let source = "let n = 0;\nspawn('A', () => {\n  n++;\n});\nspawn('B', () => {\n  n = 5;\n});\n";
    assert_eq!(
        races(source, Granularity::Access),
        BTreeSet::from([("n".to_owned(), 3, 6)])
    );
    assert_eq!(names(source), ["n"]);
}

#[test]
fn two_readers_do_not_race() {
    assert!(names("let n = 1; const read = () => { let x = n; }; spawn('A', read); spawn('B', read);").is_empty());
}

#[test]
fn what_a_lock_a_semaphore_or_a_channel_orders_does_not_race() {
    let locked = "let n = 0; const m = new Mutex(); const work = async () => { await m.lock(); n++; m.unlock(); };
        spawn('A', work); spawn('B', work);";
    let permit = "let n = 0; const s = new Semaphore(1);
        const work = async () => { await s.acquire(); n++; s.release(); }; spawn('A', work); spawn('B', work);";
    let handed = "let n = 0; const c = new Channel(); spawn('A', async () => { n = 1; await c.send(1); });
        spawn('B', async () => { await c.receive(); n = 2; });";
    let joined = "let n = 0; const a = spawn('A', () => { n = 1; }); await a; n = 2;";
    let signalled = "let n = 0; const s = new Semaphore(0); spawn('A', () => { n = 1; s.release(); });
        spawn('B', async () => { await s.acquire(); n = 2; });";
    for source in [locked, permit, handed, joined, signalled] {
        assert!(names(source).is_empty(), "{source}");
    }
}

#[test]
fn a_lock_that_only_one_side_takes_protects_nothing() {
    let source = "let n = 0; const m = new Mutex(); spawn('A', async () => { await m.lock(); n++; m.unlock(); });
        spawn('B', () => { n++; });";
    assert_eq!(names(source), ["n"]);
}

#[test]
fn atomic_operations_do_not_race_and_order_what_follows() {
    assert!(
        names("const n = new AtomicInt(); const work = () => { n.increment(); }; spawn('A', work); spawn('B', work);")
            .is_empty()
    );
    let one_wins = "let n = 0; const first = new AtomicInt(0);
        const work = () => { if (first.compareAndSet(0, 1)) n++; }; spawn('A', work); spawn('B', work);";
    assert!(names(one_wins).is_empty());
    let in_one_statement = "let n = 0; const first = new AtomicInt(0);
        const work = () => { first.compareAndSet(0, 1) && n++; }; spawn('A', work); spawn('B', work);";
    assert!(names(in_one_statement).is_empty());
}

#[test]
fn properties_and_elements_race_by_place() {
    let properties = "const o = { a: 0, b: 0 }; spawn('A', () => { o.a = 1; }); spawn('B', () => { o.b = 1; });
        spawn('C', () => { let x = o.b; });";
    assert_eq!(names(properties), ["o.b"]);
    let elements = "const l = [0, 0]; spawn('A', () => { l[0] = 1; }); spawn('B', () => { l[1] = 1; });";
    assert!(names(elements).is_empty());
    let pushes = "const l = []; spawn('A', () => { l.push(1); }); spawn('B', () => { l.push(2); });";
    assert_eq!(names(pushes).len(), 1);
}

#[test]
fn things_of_ones_own_that_happen_to_get_the_same_slot_do_not_race() {
    let source = "const work = () => { let mine = 0; spawn('child', () => { let x = 1; }); mine = 1;
        let theirs = { n: 0 }; spawn('child', () => { theirs.n = 2; }); };
        spawn('A', work); spawn('B', work);";
    for granularity in [Granularity::Access, Granularity::Statement] {
        assert_eq!(races(source, granularity), BTreeSet::new());
    }
    let written = "const work = () => { let mine = 0; spawn('child', () => mine); mine = 1; };
        spawn('A', work);
        spawn('B', work);";
    // Each races with its own child, never with the other's: the read is on line 1, like the write.
    for granularity in [Granularity::Access, Granularity::Statement] {
        let found = races(written, granularity);
        assert_eq!(found, BTreeSet::from([("mine".to_owned(), 1, 1)]));
    }
    let alone = "const work = () => { let mine = 0; spawn('child', () => { if (false) mine; }); mine = 1; };
        spawn('A', work);
        spawn('B', work);";
    for granularity in [Granularity::Access, Granularity::Statement] {
        assert_eq!(races(alone, granularity), BTreeSet::new(), "{granularity}");
    }
}

#[test]
fn only_threads_expose_their_accesses() {
    let source = "let n = 0; spawn('A', () => { n++; }); spawn('B', () => { n++; });";
    let compilation = compiler::compile(source, &compiler::Options::default());
    let setup = Setup {
        model: Model::Tasks,
        ..Setup::default()
    };
    let mut log = Log::new(Detail::Findings);
    let mut world = World::new(Arc::new(compilation.program), setup, &mut log);
    let mut open = Vec::new();
    loop {
        world.choices(&mut open);
        let Some(&choice) = open.first() else { break };
        world.step_enabled(choice, &mut log);
        assert!(log.accesses.is_empty());
    }
}

#[test]
fn a_new_task_may_be_quicker_than_what_its_maker_does_next() {
    let at_first = "let n = 0; spawn('A', () => { n = 1; }); n = 2;";
    let after_a_wait = "let n = 0; const m = new Mutex(); spawn('H', async () => { await m.lock(); m.unlock(); });
        spawn('P', async () => { await m.lock(); spawn('A', () => { n = 1; }); n = 2; m.unlock(); });";
    let by_a_call = "let n = 0; async function a() { n = 1; } a(); n = 2;";
    for source in [at_first, after_a_wait, by_a_call] {
        assert_eq!(names(source), ["n"], "{source}");
    }
}
