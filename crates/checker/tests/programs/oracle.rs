//! Generated programs, against an explorer that runs every schedule to its end: no fingerprints, no merging, no graph.

use std::collections::BTreeMap;
use std::sync::Arc;

use checker::{Options, Verdict, check};
use proptest::prelude::*;
use world::{Choice, Detail, EventKind, FailureKind, Log, Outcome, Program, Setup, StepAccess, World};

use crate::support::{compiled, event_loop, replayed, statements, tasks, threads};

/// Fewest steps and, among those, fewest switches, by kind.
type Shortest = BTreeMap<Verdict, (usize, usize)>;

/// The most steps that the naive explorer takes before it gives a program up.
const STEPS_MAX: u32 = 60_000;

struct Naive {
    shortest: Shortest,
    run: Vec<Choice>,
    steps_left: u32,
}

impl Naive {
    /// Every run of the program, or nothing if there are too many.
    fn explore(program: &Arc<Program>, setup: Setup) -> Option<Shortest> {
        let world = World::new(Arc::clone(program), setup, &mut Log::new(Detail::Everything));
        let mut naive = Naive {
            shortest: Shortest::new(),
            run: Vec::new(),
            steps_left: STEPS_MAX,
        };
        naive.descend(&world)?;
        Some(naive.shortest)
    }

    fn descend(&mut self, world: &World) -> Option<()> {
        if let Some(outcome) = world.outcome() {
            self.note(match outcome {
                Outcome::Finished => return Some(()),
                Outcome::Failed {
                    failure: FailureKind::Assertion,
                    ..
                } => Verdict::Assertion,
                Outcome::Failed {
                    failure: FailureKind::Always,
                    ..
                } => Verdict::Always,
                Outcome::Failed {
                    failure: FailureKind::OverRelease,
                    ..
                } => Verdict::OverRelease,
                Outcome::Failed { .. } => Verdict::Exception,
                Outcome::Deadlock { .. } => Verdict::Deadlock,
                Outcome::Limit { .. } => return None,
            });
            return Some(());
        }
        let mut choices = Vec::new();
        world.choices(&mut choices);
        for (first, second) in races(world, &choices) {
            self.run.extend([first, second]);
            self.note(Verdict::Race);
            self.run.truncate(self.run.len() - 2);
        }
        for choice in choices {
            self.steps_left = self.steps_left.checked_sub(1)?;
            let mut next = world.clone();
            let mut log = Log::new(Detail::Everything);
            next.step(choice, &mut log).expect("what was offered can be done");
            self.run.push(choice);
            for event in &log.events {
                match event.kind {
                    EventKind::LostUpdate { .. } => self.note(Verdict::LostUpdate),
                    EventKind::OverRelease { .. } => self.note(Verdict::OverRelease),
                    EventKind::Leaked { .. } => self.note(Verdict::Leak),
                    _ => {}
                }
            }
            self.descend(&next)?;
            self.run.pop();
        }
        Some(())
    }

    fn note(&mut self, verdict: Verdict) {
        let tasks: Vec<&Choice> = self.run.iter().filter(|choice| **choice != Choice::Advance).collect();
        let cost = (
            self.run.len(),
            tasks.windows(2).filter(|pair| pair[0] != pair[1]).count(),
        );
        let best = self.shortest.entry(verdict).or_insert(cost);
        *best = cost.min(*best);
    }
}

/// The open steps that conflict, in each order in which both can be taken.
fn races(world: &World, open: &[Choice]) -> Vec<(Choice, Choice)> {
    let accesses = open.iter().flat_map(|&choice| {
        let mut log = Log::new(Detail::Findings);
        world
            .clone()
            .step(choice, &mut log)
            .expect("what was offered can be done");
        log.accesses
            .into_iter()
            .map(move |access| (choice, access))
            .collect::<Vec<_>>()
    });
    let accesses: Vec<(Choice, StepAccess)> = accesses.collect();
    let mut races = Vec::new();
    for (first, a) in &accesses {
        let mut after = world.clone();
        after
            .step(*first, &mut Log::new(Detail::Findings))
            .expect("what was offered can be done");
        let mut choices = Vec::new();
        after.choices(&mut choices);
        let seconds = accesses
            .iter()
            .filter(|(second, b)| a.conflicts_with(b) && choices.contains(second));
        races.extend(seconds.map(|(second, _)| (*first, *second)));
    }
    races
}

fn statement() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        Just("x = x + 1;"),
        Just("x = y;"),
        Just("y = 7;"),
        Just("{ const seen = y; await yieldNow(); y = seen + 1; }"),
        Just("await m.lock();"),
        Just("if (m.locked) m.unlock();"),
        Just("await s.acquire();"),
        Just("s.release();"),
        Just("await sleep(1);"),
        Just("await sleep(2);"),
        Just("await yieldNow();"),
        Just("work(1);"),
        Just("assert(x < 2, 'x');"),
        Just("assert(y === 7 || y < 2, 'y');"),
        Just("n.increment();"),
        Just("if (y > 0) throw new Error('y');"),
        Just("await c.send(x);"),
        Just("y = await c.receive();"),
    ]
}

fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::collection::vec(statement(), 1..=3), 2..=3).prop_map(|bodies| {
        let head = "let x = 0; let y = 0; const m = new Mutex(); const s = new Semaphore(1);\n\
                    const n = new AtomicInt(0); const c = new Channel<number>(1);\n";
        let tasks = bodies
            .iter()
            .map(|body| format!("spawn(async () => {{ {} }});\n", body.join(" ")));
        format!("{head}{}", tasks.collect::<String>())
    })
}

fn setup() -> impl Strategy<Value = Setup> {
    prop_oneof![Just(event_loop()), Just(tasks()), Just(threads()), Just(statements())]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_an_explorer_that_merges_nothing(source in source(), setup in setup()) {
        let program = compiled(&source);
        let Some(expected) = Naive::explore(&program, setup) else {
            return Err(TestCaseError::reject("too many runs for the naive explorer"));
        };
        let report = check(Arc::clone(&program), setup, Options::default());
        prop_assert_eq!(&report.defects, &[]);
        prop_assert!(report.is_complete);
        let found: Shortest = report
            .findings
            .iter()
            .map(|finding| (finding.verdict, (finding.steps as usize, finding.switches as usize)))
            .collect();
        prop_assert_eq!(found, expected, "{}", source);
        for finding in &report.findings {
            prop_assert_eq!(finding.schedule.switches(), finding.switches as usize);
            replayed(&program, setup, finding);
        }
    }
}
