//! A run that goes back and another way tells the same as one that went that way at once.

use std::sync::Arc;

use compiler::Options;
use proptest::prelude::*;
use world::{Choice, Detail, LineWatch, Log, TaskId};

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
    begin_with(PROGRAM)
}

fn begin_with(source: &str) -> Run {
    let compilation = compiler::compile(source, &Options::default());
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
    let leaked = |event: &world::Event| matches!(event.kind, world::EventKind::Leaked { .. });
    assert_eq!(run.timeline().events().find(leaked).map(|event| event.line), Some(6));
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
    // Whoever goes back a step from anywhere has a world near by for the next one.
    for step in [5_000, 4_999, 17, 3_210, 3_209, 3_208, 1] {
        run.seek(step);
        assert_eq!(run.world().steps(), step);
        let (at, world) = run.trail.before(step.saturating_sub(1));
        assert_eq!(world.steps(), at);
        assert!(step - at <= 32, "{at} is far from {step}");
    }
}

/// Everything that comes to a statement in another way: calls, loops, callbacks, errors, awaits, a generator.
const WAYS: &str = "
const m = new Mutex();
let total = 0;
function* count(n) { for (let i = 0; i < n; i++) yield i; }
const double = (n) => n * 2;
async function work(name) {
  await m.lock();
  for (const n of count(3)) {
    total += double(n);
    if (n === 1) continue;
  }
  try {
    [3, 1, 2].sort((a, b) => a - b).map((n) => { total += n; return n; });
    if (name === 'B') throw new Error('no');
  } catch { total = total - 1; }
  finally { m.unlock(); }
  await sleep(3);
}
await Promise.all([spawn('A', () => work('A')), spawn('B', () => work('B'))]);
console.log(total);
";

#[test]
fn a_step_that_is_watched_does_the_same() {
    for model in ["tasks", "threads", "threads granularity=statement", "event-loop"] {
        let mut run = begin_with(&format!("// lanes: model={model}{WAYS}"));
        let lines = 1..30;
        let mut met = 0;
        for pick in 0.. {
            let open = run.open_choices();
            let Some(&choice) = open.get(pick % open.len().max(1)) else {
                break;
            };
            let mut watched = run.world().clone();
            let mut log = Log::new(Detail::Everything);
            log.watch = Some(LineWatch::new(lines.clone()));
            watched.step(choice, &mut log).expect("it is open");
            met += log.watch.map_or(0, |watch| watch.entries.len());
            run.take(choice).expect("it is open");
            assert_eq!(
                log.events,
                run.timeline().events_of(run.cursor() - 1),
                "{model}, step {pick}"
            );
            assert!(watched == *run.world(), "{model}, step {pick}");
        }
        assert!(run.is_over() && met > 10, "{model}: {met}");
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
        prop_assert!(run.timeline().events().eq(fresh.timeline().events()));
    }
}
