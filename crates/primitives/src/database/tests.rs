//! Stories of the database, a model test against transactions one after another, and every order of three of them.

use proptest::prelude::*;

use super::*;
use crate::exhaustive::explore;

const A: Actor = Actor(0);
const B: Actor = Actor(1);
const C: Actor = Actor(2);

/// Values below 100 are rows, the others handles.
type Store = Database<u32>;

fn key(name: &str) -> Key {
    Key::from(name)
}

fn database(rows: &[(&str, u32)], deadlocks: DeadlockRule) -> Store {
    Store::new(rows.iter().map(|&(name, value)| (key(name), value)), deadlocks)
}

/// Two transactions, 100 of A and 101 of B, on two rows.
fn two(isolation: Isolation, deadlocks: DeadlockRule) -> Store {
    let mut it = database(&[("x", 1), ("y", 1)], deadlocks);
    it.begin(100, A, isolation);
    it.begin(101, B, isolation);
    it
}

fn put(it: &mut Store, handle: u32, name: &str, value: u32) {
    let lock = it.lock(&handle, &key(name), Waiter(900), A, &mut Vec::new());
    assert_eq!(lock, Ok(RowLock::Locked));
    assert_eq!(it.write(&handle, &key(name), Some(value)), Ok(()));
    it.assert_invariants();
}

fn get(it: &mut Store, handle: u32, name: &str) -> Option<u32> {
    it.get(&handle, &key(name)).expect("a transaction that goes on")
}

fn commit(it: &mut Store, handle: u32) -> Result<Vec<RowGranted>, TransactionError> {
    let mut woken = Vec::new();
    let done = it.commit(&handle, &mut woken);
    it.assert_invariants();
    done.map(|_| woken)
}

fn conflict<T>(name: &str) -> Result<T, TransactionError> {
    Err(TransactionError::Aborted(Aborted::Conflict(key(name))))
}

#[test]
fn nobody_sees_what_is_not_committed() {
    for isolation in [Isolation::ReadCommitted, Isolation::Snapshot, Isolation::Serializable] {
        let mut it = two(isolation, DeadlockRule::Wait);
        put(&mut it, 100, "x", 5);
        assert_eq!(
            (get(&mut it, 100, "x"), get(&mut it, 101, "x")),
            (Some(5), Some(1)),
            "{isolation:?}"
        );
        assert!(it.roll_back(&100, &mut Vec::new()));
        assert_eq!(get(&mut it, 101, "x"), Some(1));
        assert_eq!(it.get(&100, &key("x")), Err(TransactionError::Over));
        assert!(!it.roll_back(&100, &mut Vec::new()));
    }
}

#[test]
fn a_snapshot_does_not_change_and_read_committed_does() {
    for (isolation, expected) in [(Isolation::ReadCommitted, 5), (Isolation::Snapshot, 1)] {
        let mut it = two(isolation, DeadlockRule::Wait);
        assert_eq!(get(&mut it, 101, "x"), Some(1));
        put(&mut it, 100, "x", 5);
        assert_eq!(commit(&mut it, 100), Ok(vec![]));
        assert_eq!(get(&mut it, 101, "x"), Some(expected), "{isolation:?}");
        it.begin(102, C, isolation);
        assert_eq!(get(&mut it, 102, "x"), Some(5));
    }
}

#[test]
fn the_first_committer_wins_a_row() {
    let mut it = two(Isolation::Snapshot, DeadlockRule::Wait);
    put(&mut it, 100, "x", 5);
    let lock = it.lock(&101, &key("x"), Waiter(1), B, &mut Vec::new());
    assert_eq!(lock, Ok(RowLock::Queued));
    assert_eq!(it.wanted(Waiter(1)), Some((key("x"), A)));
    let outcome = Err(Aborted::Conflict(key("x")));
    let expected = RowGranted {
        waiter: Waiter(1),
        actor: B,
        outcome,
    };
    assert_eq!(commit(&mut it, 100), Ok(vec![expected]));
    assert_eq!(it.open(), 0, "whoever comes second is aborted");
}

#[test]
fn who_waits_for_a_row_may_have_it_if_the_other_undoes_it_or_reads_what_is_committed() {
    let mut it = two(Isolation::Snapshot, DeadlockRule::Wait);
    put(&mut it, 100, "x", 5);
    let _ = it.lock(&101, &key("x"), Waiter(1), B, &mut Vec::new());
    let mut woken = Vec::new();
    assert!(it.roll_back(&100, &mut woken));
    let granted = RowGranted {
        waiter: Waiter(1),
        actor: B,
        outcome: Ok(key("x")),
    };
    assert_eq!(woken, std::slice::from_ref(&granted));
    it.assert_invariants();

    let mut it = two(Isolation::ReadCommitted, DeadlockRule::Wait);
    put(&mut it, 100, "x", 5);
    let _ = it.lock(&101, &key("x"), Waiter(1), B, &mut Vec::new());
    assert_eq!(commit(&mut it, 100), Ok(vec![granted]));
    assert_eq!(get(&mut it, 101, "x"), Some(5));
}

#[test]
fn write_skew_is_possible_under_snapshot_and_not_when_serializable() {
    for (isolation, expected) in [
        (Isolation::Snapshot, Ok(vec![])),
        (Isolation::Serializable, conflict("x")),
    ] {
        let mut it = two(isolation, DeadlockRule::Wait);
        for handle in [100, 101] {
            assert_eq!(
                (get(&mut it, handle, "x"), get(&mut it, handle, "y")),
                (Some(1), Some(1))
            );
        }
        put(&mut it, 100, "x", 0);
        put(&mut it, 101, "y", 0);
        assert_eq!(commit(&mut it, 100), Ok(vec![]));
        assert_eq!(commit(&mut it, 101), expected, "{isolation:?}");
    }
}

#[test]
fn who_only_reads_is_never_aborted() {
    let mut it = two(Isolation::Serializable, DeadlockRule::Wait);
    assert_eq!(get(&mut it, 101, "x"), Some(1));
    put(&mut it, 100, "x", 5);
    put(&mut it, 100, "y", 5);
    assert_eq!(commit(&mut it, 100), Ok(vec![]));
    assert_eq!(get(&mut it, 101, "y"), Some(1), "what both were before");
    assert_eq!(commit(&mut it, 101), Ok(vec![]));
}

#[test]
fn two_that_wait_for_each_other_wait_for_ever_or_the_younger_is_aborted() {
    for rule in [DeadlockRule::Wait, DeadlockRule::AbortYoungest] {
        let mut it = two(Isolation::ReadCommitted, rule);
        put(&mut it, 100, "x", 2);
        put(&mut it, 101, "y", 2);
        assert_eq!(
            it.lock(&101, &key("x"), Waiter(1), B, &mut Vec::new()),
            Ok(RowLock::Queued)
        );
        let mut woken = Vec::new();
        assert_eq!(it.lock(&100, &key("y"), Waiter(0), A, &mut woken), Ok(RowLock::Queued));
        it.assert_invariants();
        match rule {
            DeadlockRule::Wait => assert_eq!((woken, it.open()), (vec![], 2)),
            DeadlockRule::AbortYoungest => {
                let outcome = Err(Aborted::Deadlock(key("x")));
                let aborted = RowGranted {
                    waiter: Waiter(1),
                    actor: B,
                    outcome,
                };
                let granted = RowGranted {
                    waiter: Waiter(0),
                    actor: A,
                    outcome: Ok(key("y")),
                };
                assert_eq!((woken, it.open()), (vec![aborted, granted], 1));
            }
        }
    }
}

#[test]
fn who_closes_the_circle_is_aborted_if_it_is_the_youngest() {
    let mut it = two(Isolation::ReadCommitted, DeadlockRule::AbortYoungest);
    put(&mut it, 100, "x", 2);
    put(&mut it, 101, "y", 2);
    assert_eq!(
        it.lock(&100, &key("y"), Waiter(0), A, &mut Vec::new()),
        Ok(RowLock::Queued)
    );
    let mut woken = Vec::new();
    let refused = it.lock(&101, &key("x"), Waiter(1), B, &mut woken);
    assert_eq!(refused, Err(TransactionError::Aborted(Aborted::Deadlock(key("x")))));
    assert_eq!(
        woken,
        [RowGranted {
            waiter: Waiter(0),
            actor: A,
            outcome: Ok(key("y"))
        }]
    );
    it.assert_invariants();
}

#[test]
fn a_cancelled_wait_leaves_no_trace() {
    let mut it = two(Isolation::ReadCommitted, DeadlockRule::Wait);
    put(&mut it, 100, "x", 2);
    let before = it.clone();
    assert_eq!(
        it.lock(&101, &key("x"), Waiter(1), B, &mut Vec::new()),
        Ok(RowLock::Queued)
    );
    assert!(it.cancel(Waiter(1)) && !it.cancel(Waiter(1)));
    assert_eq!(it, before);
}

#[test]
fn a_row_can_be_deleted() {
    let mut it = two(Isolation::Snapshot, DeadlockRule::Wait);
    put(&mut it, 100, "x", 5);
    assert_eq!(it.write(&100, &key("x"), None), Ok(()));
    assert_eq!(get(&mut it, 100, "x"), None);
    assert_eq!(commit(&mut it, 100), Ok(vec![]));
    assert_eq!(it.rows().map(|(name, _)| name.to_string()).collect::<Vec<_>>(), ["y"]);
    assert_eq!(get(&mut it, 101, "x"), Some(1));
}

const NAMES: [&str; 3] = ["x", "y", "z"];

/// Which of the operations of one transaction comes next: add what it sees in one row to another, and so on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
struct Addition {
    from: usize,
    to: usize,
}

fn addition() -> impl Strategy<Value = Addition> {
    (0..3usize, 0..3usize).prop_map(|(from, to)| Addition { from, to })
}

fn add(rows: &mut [u32; 3], work: &[Addition]) {
    for addition in work {
        rows[addition.to] = (rows[addition.to] + rows[addition.from]) % 97;
    }
}

fn values(it: &Store) -> [u32; 3] {
    let values: Vec<u32> = it.rows().map(|(_, &value)| value).collect();
    [values[0], values[1], values[2]]
}

#[derive(Clone, PartialEq, Eq, Hash, Debug)]
enum Progress {
    Going { done: usize, waits: bool },
    Committed,
    Aborted,
}

/// Transactions that do their work in some interleaving, each known by 100 and more.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
struct Scene {
    it: Store,
    work: Vec<Vec<Addition>>,
    progress: Vec<Progress>,
    /// Whose work took effect, in the order of the commits.
    order: Vec<usize>,
}

impl Scene {
    fn new(work: Vec<Vec<Addition>>, isolation: Isolation) -> Scene {
        let mut it = database(&[("x", 1), ("y", 2), ("z", 3)], DeadlockRule::AbortYoungest);
        for at in 0..work.len() {
            it.begin(100 + at as u32, Actor(at as u32), isolation);
        }
        Scene {
            progress: vec![Progress::Going { done: 0, waits: false }; work.len()],
            order: Vec::new(),
            it,
            work,
        }
    }

    fn notice(&mut self, woken: Vec<RowGranted>) {
        for RowGranted { actor, outcome, .. } in woken {
            let at = actor.0 as usize;
            let Progress::Going { done, waits: true } = self.progress[at] else {
                panic!("woken without waiting: {self:?}");
            };
            match outcome {
                Ok(_) => self.progress[at] = self.written(at, done),
                Err(_) => self.progress[at] = Progress::Aborted,
            }
        }
    }

    /// The row is locked: the addition is done.
    fn written(&mut self, at: usize, done: usize) -> Progress {
        let handle = 100 + at as u32;
        let Addition { from, to } = self.work[at][done];
        let sum =
            get(&mut self.it, handle, NAMES[to]).unwrap_or(0) + get(&mut self.it, handle, NAMES[from]).unwrap_or(0);
        assert_eq!(self.it.write(&handle, &key(NAMES[to]), Some(sum % 97)), Ok(()));
        Progress::Going {
            done: done + 1,
            waits: false,
        }
    }

    /// The next operation of one transaction; `None` when it waits or has ended.
    fn step(&self, at: usize) -> Option<Scene> {
        let Progress::Going { done, waits: false } = self.progress[at] else {
            return None;
        };
        let mut scene = self.clone();
        let (handle, mut woken) = (100 + at as u32, Vec::new());
        match self.work[at].get(done) {
            Some(addition) => {
                let row = key(NAMES[addition.to]);
                match scene
                    .it
                    .lock(&handle, &row, Waiter(at as u32), Actor(at as u32), &mut woken)
                {
                    Ok(RowLock::Locked) => scene.progress[at] = scene.written(at, done),
                    Ok(RowLock::Queued) => scene.progress[at] = Progress::Going { done, waits: true },
                    Err(_) => scene.progress[at] = Progress::Aborted,
                }
            }
            None => match scene.it.commit(&handle, &mut woken) {
                Ok(_) => {
                    scene.progress[at] = Progress::Committed;
                    scene.order.push(at);
                }
                Err(_) => scene.progress[at] = Progress::Aborted,
            },
        }
        scene.notice(woken);
        scene.it.assert_invariants();
        Some(scene)
    }

    /// The specification: those that were committed, one after another.
    fn assert_serial(&self) {
        let mut rows = [1, 2, 3];
        for &at in &self.order {
            add(&mut rows, &self.work[at]);
        }
        assert_eq!(values(&self.it), rows, "{self:?}");
    }
}

proptest! {
    #[test]
    fn serializable_transactions_behave_as_if_they_ran_one_after_another(
        work in prop::collection::vec(prop::collection::vec(addition(), 1..4), 1..5),
        order in prop::collection::vec(0..5usize, 0..60),
    ) {
        let mut scene = Scene::new(work, Isolation::Serializable);
        for pick in order.into_iter().chain((0..5).cycle().take(60)) {
            if let Some(next) = (pick < scene.work.len()).then(|| scene.step(pick)).flatten() {
                scene = next;
            }
        }
        prop_assert!(scene.it.open() == 0, "nobody waits for ever: {scene:?}");
        scene.assert_serial();
    }
}

#[test]
fn every_order_of_three_transactions_is_like_one_after_another_only_if_they_are_serializable() {
    let ring = |from, to| vec![Addition { from, to }, Addition { from: to, to: from }];
    for isolation in [Isolation::ReadCommitted, Isolation::Snapshot, Isolation::Serializable] {
        let start = Scene::new(vec![ring(0, 1), ring(1, 2), ring(2, 0)], isolation);
        let is_serial = std::cell::Cell::new(true);
        let successors = |scene: &Scene, next: &mut Vec<Scene>| next.extend((0..3).filter_map(|at| scene.step(at)));
        let at_end = |scene: &Scene| {
            assert_eq!(scene.it.open(), 0, "nobody waits for ever: {scene:?}");
            let mut rows = [1, 2, 3];
            scene.order.iter().for_each(|&at| add(&mut rows, &scene.work[at]));
            is_serial.set(is_serial.get() && values(&scene.it) == rows);
        };
        let coverage = explore(start, successors, at_end);
        assert!(
            coverage.states > 50 && coverage.ends >= 3,
            "{isolation:?}: {coverage:?}"
        );
        // Each reads only rows that it writes as well, so that a snapshot is enough; it would not be with write skew.
        assert_eq!(is_serial.get(), isolation != Isolation::ReadCommitted, "{isolation:?}");
    }
}

#[test]
fn write_skew_is_found_among_the_orders_of_two_transactions_under_snapshot() {
    for isolation in [Isolation::Snapshot, Isolation::Serializable] {
        let one_way = |from, to| vec![Addition { from, to }];
        let start = Scene::new(vec![one_way(0, 1), one_way(1, 0), one_way(1, 2)], isolation);
        let is_serial = std::cell::Cell::new(true);
        let successors = |scene: &Scene, next: &mut Vec<Scene>| next.extend((0..3).filter_map(|at| scene.step(at)));
        let at_end = |scene: &Scene| {
            let mut rows = [1, 2, 3];
            scene.order.iter().for_each(|&at| add(&mut rows, &scene.work[at]));
            is_serial.set(is_serial.get() && values(&scene.it) == rows);
        };
        explore(start, successors, at_end);
        assert_eq!(is_serial.get(), isolation == Isolation::Serializable);
    }
}
