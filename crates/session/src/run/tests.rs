//! A run that goes back and another way tells the same as one that went that way at once.

use std::sync::Arc;

use compiler::Options;
use proptest::prelude::*;
use world::{Choice, TaskId};

use super::Run;
use crate::PolicyKind;

/// A lock that is never given back, and a queue before a semaphore.
const PROGRAM: &str = "// lanes: model=tasks
const m = new Mutex();
const s = new Semaphore(1);
const r = new AtomicInt(3);
spawn('A', async () => {
  await m.lock();
  await yieldNow();
  r.add(2);
});
for (const name of ['B', 'C']) spawn(name, async () => {
  await s.acquire();
  await sleep(2);
  r.set(3);
  s.release();
});
";

fn begin() -> Run {
    let compilation = compiler::compile(PROGRAM, &Options::default());
    let setup = grader::setup::run_setup(&compilation.directive, None, grader::setup::Explicit::default());
    Run::new(Arc::new(compilation.program), setup, PolicyKind::Manual)
}

/// One of the open choices.
fn take_any(run: &mut Run, pick: usize) -> Option<Choice> {
    let open = run.open_choices();
    let choice = *open.get(pick % open.len().max(1))?;
    run.take(choice).expect("it is open");
    Some(choice)
}

fn told_at_once(choices: &[Choice]) -> Run {
    let mut run = begin();
    for &choice in choices {
        run.take(choice).expect("it was open before");
    }
    run
}

#[test]
fn a_leak_knows_its_line_after_going_back() {
    let mut run = begin();
    for task in [0, 1] {
        run.take(Choice::Run(TaskId(task))).expect("it is open");
    }
    run.seek(0);
    run.take(Choice::Run(TaskId(0))).expect("as before");
    run.take(Choice::Run(TaskId(1))).expect("as before");
    while take_any(&mut run, 1).is_some() {}
    let leaked = |event: &&world::Event| matches!(event.kind, world::EventKind::Leaked { .. });
    assert_eq!(
        run.timeline().events().iter().find(leaked).map(|event| event.line),
        Some(6)
    );
}

#[test]
fn saved_worlds_stand_where_they_are_said_to() {
    let source = "// lanes: model=tasks\nfor (let i = 0; i < 6000; i++) await yieldNow();\n";
    let compilation = compiler::compile(source, &Options::default());
    let setup = grader::setup::run_setup(&compilation.directive, None, grader::setup::Explicit::default());
    let mut run = Run::new(Arc::new(compilation.program), setup, PolicyKind::Fifo);
    while let Some(choice) = run.next_choice() {
        run.take(choice).expect("the policy's choice is open");
    }
    assert!(run.known() > 5_000, "{}", run.known());
    for step in (0..run.known()).step_by(97) {
        let (at, world) = run.trail.before(step);
        assert_eq!(world.steps(), at);
        assert!(at <= step && step - at < 64, "{at} is far from {step}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn going_back_and_another_way_tells_what_going_there_at_once_tells(
        picks in prop::collection::vec((0..4_usize, 0..6_u32), 1..30),
    ) {
        let mut run = begin();
        for (pick, back) in picks {
            take_any(&mut run, pick);
            if back == 0 {
                run.seek(run.cursor() / 2);
                if let Some(known) = run.next_choice() {
                    run.take(known).expect("it is known");
                }
            }
        }
        run.seek(run.known());
        let choices = run.schedule().choices;
        let fresh = told_at_once(&choices);
        prop_assert_eq!(run.timeline().events(), fresh.timeline().events());
    }
}
