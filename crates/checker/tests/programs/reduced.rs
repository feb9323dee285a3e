//! Steps that are taken together: as if each had been taken by itself.
//!
//! Owns what a caller can tell from outside. That findings and lengths are the same is compared on thousands of programs by the
//! judge of the workspace's tests.

use checker::{Checker, Options, Report, Verdict};
use world::{Choice, Detail, Log, World};

use crate::support::{checked_with, compiled, threads, verdicts};

fn unreduced() -> Options {
    Options {
        unreduced: true,
        ..Options::default()
    }
}

fn both(source: &str) -> (Report, Report) {
    let reduced = checked_with(source, threads(), Options::default());
    (reduced, checked_with(source, threads(), unreduced()))
}

const PHILOSOPHERS: &str = "\
const forks = Array.from({ length: 3 }, () => new Mutex());
async function philosopher(left: number) {
  const right = (left + 1) % 3;
  await forks[left].lock();
  await forks[right].lock();
  forks[right].unlock();
  forks[left].unlock();
}
await Promise.all(forks.map((_, seat) => spawn(() => philosopher(seat))));
";

const ACCOUNT: &str = "\
const m = new Mutex();
const account = { balance: 2, log: [] as number[] };
async function withdraw() {
  await m.lock();
  if (account.balance > 0) { account.balance = account.balance - 1; account.log.push(account.balance); }
  m.unlock();
}
await Promise.all([spawn('A', withdraw), spawn('B', withdraw), spawn('C', withdraw)]);
assert(account.balance === 0);
";

#[test]
fn what_never_changes_and_what_is_locked_is_no_place_to_switch() {
    for (source, share) in [(PHILOSOPHERS, 3), (ACCOUNT, 2)] {
        let (reduced, whole) = both(source);
        assert!(reduced.is_complete && whole.is_complete);
        assert!(
            reduced.states * share < whole.states,
            "{} of {}",
            reduced.states,
            whole.states
        );
        let lengths = |report: &Report| -> Vec<(Verdict, u32, u32)> {
            let findings = report.findings.iter();
            findings
                .map(|finding| (finding.verdict, finding.steps, finding.switches))
                .collect()
        };
        assert_eq!(lengths(&reduced), lengths(&whole));
    }
}

#[test]
fn what_one_task_does_without_the_lock_takes_every_claim_back() {
    let careless = ACCOUNT.replace(
        "await Promise.all([",
        "await Promise.all([spawn('D', () => { account.balance = 9; }), ",
    );
    let (reduced, whole) = both(&careless);
    assert!(verdicts(&whole).contains(&Verdict::Assertion));
    assert_eq!(verdicts(&reduced), verdicts(&whole));
    assert!(reduced.findings.iter().any(|finding| finding.verdict == Verdict::Race));
}

/// A write that is so late that no run of the first ones makes it.
#[test]
fn a_claim_that_is_contradicted_late_is_taken_back() {
    let source = "\
const limits = [3];
const hits = new AtomicInt(0);
async function worker() {
  for (let i = 0; i < limits[0]; i++) {
    if (hits.increment() === 5 && choose(64) === 63) limits[0] = 1;
  }
}
await Promise.all([spawn('A', worker), spawn('B', worker)]);
assert(hits.get() === 6);
";
    let (reduced, whole) = both(source);
    assert_eq!(verdicts(&whole), [Verdict::Assertion]);
    assert_eq!(verdicts(&reduced), [Verdict::Assertion]);
    let length = |report: &Report| report.findings.iter().map(|finding| finding.steps).collect::<Vec<_>>();
    assert_eq!(length(&reduced), length(&whole));
}

#[test]
fn a_hint_in_the_middle_of_steps_that_were_taken_together_is_as_good() {
    for source in [PHILOSOPHERS, ACCOUNT] {
        let setup = threads();
        let checker = |options| {
            let mut checker = Checker::new(compiled(source), setup, options);
            while !checker.explore(1_000).is_finished {}
            checker
        };
        let (mut reduced, mut whole) = (checker(Options::default()), checker(unreduced()));
        // Some walks through all of it: by turns, so that tasks stand everywhere.
        for shift in 0..6 {
            let mut log = Log::new(Detail::Findings);
            let mut world = World::new(compiled(source), setup, &mut log);
            let mut way: Vec<Choice> = Vec::new();
            let mut choices = Vec::new();
            for at in 0..18 {
                world.choices(&mut choices);
                if choices.is_empty() {
                    break;
                }
                let choice = choices[(at * 5 + shift * 3 + at * shift) % choices.len()];
                world.step(choice, &mut log).expect("it is offered");
                way.push(choice);
                let hint = reduced.hint(&way).expect("the way can be taken");
                let expected = whole.hint(&way).expect("the way can be taken");
                assert_eq!(hint.distance, expected.distance, "after {way:?}");
                assert_eq!(hint.is_certain, expected.is_certain);
            }
        }
    }
}

/// A call that is not awaited makes a task, without any call of a built-in.
#[test]
fn a_step_that_makes_a_task_is_a_place_to_switch() {
    let source = "\
const table = [1, 2];
const m = new Mutex();
let x = 0;
async function later() { await m.lock(); x = 1; m.unlock(); }
async function worker() {
  const first = table[0];
  later();
  const second = table[1];
  await m.lock();
  assert(x === 0, `${first} ${second}`);
  m.unlock();
}
await Promise.all([spawn('A', worker), spawn('B', () => table[0])]);
";
    let (reduced, whole) = both(source);
    assert!(verdicts(&whole).contains(&Verdict::Assertion));
    assert_eq!(verdicts(&reduced), verdicts(&whole));
    let length = |report: &Report| report.findings.iter().map(|finding| finding.steps).collect::<Vec<_>>();
    assert_eq!(length(&reduced), length(&whole));
}
