//! Each verdict, found where it must be and not found where it must not be.

use checker::{Options, Verdict};
use world::EventKind;

use crate::support::{
    assert_holds, checked, checked_with, compiled, event_loop, finding, replayed, statements, tasks, threads, verdicts,
};

const RACE: &str = "\
let counter = 0;
async function worker() {
  const seen = counter;
  counter = seen + 1;
}
const a = spawn('A', worker);
const b = spawn('B', worker);
await a;
await b;
assert(counter === 2, `counted ${counter}`);
";

#[test]
fn two_threads_lose_an_update() {
    let report = checked(RACE, threads());
    assert!(report.is_complete);
    let lost = finding(&report, Verdict::LostUpdate);
    assert_eq!(lost.variable.as_deref(), Some("counter"));
    assert_eq!(lost.line, 4);
    assert_eq!(lost.preemptions, 1);
    assert_eq!(lost.explanation.len(), 3, "{lost:#?}");
    let assertion = finding(&report, Verdict::Assertion);
    assert_eq!(assertion.line, 10);
    assert!(assertion.message.contains("counted 1"), "{}", assertion.message);
    assert!(assertion.steps > lost.steps);
    assert_eq!(report.verdict, Verdict::Race);
}

#[test]
fn a_race_is_two_accesses_that_are_open_at_the_same_time() {
    let report = checked(RACE, threads());
    let race = finding(&report, Verdict::Race);
    assert_eq!(race.variable.as_deref(), Some("counter"));
    assert!(
        race.message.contains("`counter`") && race.message.contains("left to chance"),
        "{}",
        race.message
    );
    let text = race.explanation.join("\n");
    assert!(
        text.contains("The last thing that orders the two is that main starts A on line 6."),
        "{text}"
    );
    // Both accesses are the last two steps of the run.
    let (_, log) = replayed(&compiled(RACE), threads(), race);
    let accesses = log.events.iter().filter(|event| event.step + 2 >= race.steps);
    let kinds = accesses.filter(|event| matches!(event.kind, EventKind::Read { .. } | EventKind::Wrote { .. }));
    assert_eq!(kinds.count(), 2);
    let locked = RACE
        .replace("let counter", "const m = new Mutex(); let counter")
        .replace("  const seen", "  await m.lock();\n  const seen")
        .replace("seen + 1;", "seen + 1;\n  m.unlock();");
    let atomic =
        "const n = new AtomicInt(0);\nspawn('A', () => { n.increment(); });\nspawn('B', () => { n.increment(); });\n";
    let reads = "let x = 1;\nspawn('A', () => x);\nspawn('B', () => x);\n";
    for quiet in [locked.as_str(), atomic, reads] {
        assert_eq!(checked(quiet, threads()).verdict, Verdict::Holds, "{quiet}");
    }
    // Only threads race: elsewhere nothing is interrupted between two awaits.
    assert_eq!(checked(RACE, tasks()).verdict, Verdict::Holds);
}

#[test]
fn a_statement_is_a_place_to_lose_an_update_too_but_one_statement_is_whole() {
    assert!(verdicts(&checked(RACE, statements())).contains(&Verdict::Assertion));
    let whole = RACE.replace(
        "  const seen = counter;\n  counter = seen + 1;",
        "  counter = counter + 1;",
    );
    assert_holds(&whole, statements());
    assert!(verdicts(&checked(&whole, threads())).contains(&Verdict::LostUpdate));
}

#[test]
fn without_an_await_between_tasks_lose_nothing() {
    assert_holds(RACE, tasks());
    assert_holds(RACE, event_loop());
    let awaited = RACE.replace("const seen = counter;", "const seen = counter; await yieldNow();");
    for setup in [tasks(), event_loop()] {
        let report = checked(&awaited, setup);
        assert_eq!(
            verdicts(&report),
            [Verdict::LostUpdate, Verdict::Assertion],
            "{report:#?}"
        );
    }
}

#[test]
fn a_mutex_around_the_whole_saves_it_and_around_the_write_does_not() {
    let whole = RACE
        .replace("let counter", "const m = new Mutex(); let counter")
        .replace("  const seen", "  await m.lock();\n  const seen")
        .replace("seen + 1;", "seen + 1;\n  m.unlock();");
    for setup in [threads(), statements(), tasks(), event_loop()] {
        assert_holds(&whole, setup);
    }
    let write = RACE
        .replace("let counter", "const m = new Mutex(); let counter")
        .replace(
            "  counter = seen + 1;",
            "  await m.lock();\n  counter = seen + 1;\n  m.unlock();",
        );
    assert!(verdicts(&checked(&write, threads())).contains(&Verdict::Assertion));
}

#[test]
fn an_atomic_counter_and_a_semaphore_of_one_hold() {
    let atomic = "\
const counter = new AtomicInt(0);
async function worker() { counter.increment(); counter.increment(); }
await Promise.all([spawn('A', worker), spawn('B', worker), spawn('C', worker)]);
assert(counter.get() === 6, 'six');
";
    assert_holds(atomic, threads());
    let semaphore = "\
const s = new Semaphore(1);
let counter = 0;
async function worker() { await s.acquire(); counter += 1; s.release(); }
await Promise.all([spawn('A', worker), spawn('B', worker), spawn('C', worker)]);
assert(counter === 3, 'three');
";
    assert_holds(semaphore, threads());
    let wide = semaphore.replace("new Semaphore(1)", "new Semaphore(2)");
    assert!(verdicts(&checked(&wide, threads())).contains(&Verdict::LostUpdate));
}

const TWO_LOCKS: &str = "\
const left = new Mutex();
const right = new Mutex();
async function first() { await left.lock(); await right.lock(); right.unlock(); left.unlock(); }
async function second() { await right.lock(); await left.lock(); left.unlock(); right.unlock(); }
const a = spawn('A', first);
const b = spawn('B', second);
await a;
await b;
";

#[test]
fn two_locks_in_opposite_orders_deadlock() {
    for setup in [threads(), tasks()] {
        let report = checked(TWO_LOCKS, setup);
        assert_eq!(verdicts(&report), [Verdict::Deadlock], "{report:#?}");
        let deadlock = finding(&report, Verdict::Deadlock);
        let text = deadlock.explanation.join("\n");
        for part in ["A waits for right, held by B.", "B waits for left, held by A."] {
            assert!(text.contains(part), "{text}");
        }
    }
    assert_holds(
        &TWO_LOCKS.replace(
            "await right.lock(); await left.lock();",
            "await left.lock(); await right.lock();",
        ),
        threads(),
    );
}

const BUFFER: &str = "\
const buffer = new Channel<number>(1);
async function produce(n: number) { await buffer.send(n); }
let sum = 0;
async function consume() { for (let i = 0; i < 2; i++) { sum = sum + (await buffer.receive()); } }
const consumer = spawn('consumer', consume);
const one = spawn('one', () => produce(1));
const two = spawn('two', () => produce(2));
await consumer; await one; await two;
assert(sum === 3, 'everything arrives');
";

#[test]
fn a_bounded_buffer_delivers_everything_and_nobody_may_want_more() {
    for setup in [threads(), tasks(), event_loop()] {
        assert_holds(BUFFER, setup);
    }
    let greedy = BUFFER.replace("i < 2", "i < 3");
    assert_eq!(verdicts(&checked(&greedy, threads())), [Verdict::Deadlock]);
}

#[test]
fn a_property_that_must_always_hold_is_looked_at_in_every_state() {
    let source = "\
let inside = 0;
always('one at a time', () => inside <= 1);
async function visit() { inside = inside + 1; await yieldNow(); inside = inside - 1; }
const a = spawn('A', visit);
const b = spawn('B', visit);
await a; await b;
";
    let report = checked(source, tasks());
    let always = finding(&report, Verdict::Always);
    assert!(always.message.contains("one at a time"), "{}", always.message);
    let one = source
        .replace("const b = spawn('B', visit);", "")
        .replace("await b;", "");
    assert_holds(&one, tasks());
}

#[test]
fn errors_that_nobody_handles_are_exceptions() {
    let uncaught = "const list: number[] = [];\nconst x = (undefined as any).size;\n";
    let report = checked(uncaught, event_loop());
    assert_eq!(verdicts(&report), [Verdict::Exception]);
    assert_eq!(report.findings[0].line, 2);
    let unhandled = "spawn('A', async () => { throw new Error('lost'); });\n";
    for setup in [event_loop(), tasks(), threads()] {
        let report = checked(unhandled, setup);
        assert_eq!(verdicts(&report), [Verdict::Exception]);
        assert!(
            report.findings[0].message.contains("lost"),
            "{}",
            report.findings[0].message
        );
    }
    assert_holds(
        "const a = spawn('A', async () => { throw new Error('x'); });\ntry { await a; } catch {}\n",
        tasks(),
    );
}

#[test]
fn a_loop_that_only_yields_is_a_livelock() {
    let report = checked("while (true) { await yieldNow(); }", tasks());
    assert_eq!(verdicts(&report), [Verdict::Livelock]);
    let livelock = finding(&report, Verdict::Livelock);
    assert!(
        livelock.lap.is_some_and(|lap| lap >= 1 && lap <= livelock.steps),
        "{livelock:#?}"
    );
    assert!(report.is_complete);
}

#[test]
fn waiting_for_a_flag_that_somebody_sets_is_no_livelock() {
    let source = "\
let ready = false;
const a = spawn('A', async () => { while (!ready) { await yieldNow(); } });
const b = spawn('B', async () => { ready = true; });
await a; await b;
";
    for setup in [tasks(), threads()] {
        assert_holds(source, setup);
        let never = checked(&source.replace("ready = true", "ready = false"), setup);
        assert_eq!(verdicts(&never), [Verdict::Livelock]);
    }
}

#[test]
fn the_last_line_can_be_asked_for() {
    let source = "\
let order = '';
const a = spawn('A', async () => { order = order + 'a'; });
const b = spawn('B', async () => { order = order + 'b'; });
await a; await b;
console.log(order);
";
    let options = |line: &str| Options {
        final_line: Some(line.to_owned()),
        ..Options::default()
    };
    let report = checked_with(source, tasks(), options("ab"));
    assert_eq!(verdicts(&report), [Verdict::FinalOutput]);
    assert!(
        report.findings[0].message.contains("`ba`"),
        "{}",
        report.findings[0].message
    );
    assert_eq!(
        checked_with(source, event_loop(), options("ab")).verdict,
        Verdict::Holds
    );
    assert_eq!(
        verdicts(&checked_with("const quiet = 1;", event_loop(), options("ab"))),
        [Verdict::FinalOutput]
    );
}

#[test]
fn what_is_ignored_still_ends_its_run() {
    let options = Options {
        ignore: vec![Verdict::Deadlock],
        ..Options::default()
    };
    let report = checked_with(TWO_LOCKS, threads(), options);
    assert_eq!(
        (report.verdict, report.ignored),
        (Verdict::Holds, vec![Verdict::Deadlock])
    );
}

#[test]
fn states_in_which_an_error_would_call_an_object_by_another_name_are_two() {
    // Which mutex stands in `chosen` shows only in the message of the error that unlocking it throws.
    let source = "\
const left = new Mutex();
const right = new Mutex();
let chosen = left;
await Promise.all([spawn('A', async () => { chosen = right; }), spawn('B', async () => { chosen = left; })]);
let message = '';
try { chosen.unlock(); } catch (error) { message = error.message; }
assert(message.startsWith('left'), message);
";
    let report = checked(source, threads());
    assert!(
        report
            .findings
            .iter()
            .any(|finding| finding.verdict == Verdict::Assertion),
        "{report:#?}"
    );
}

#[test]
fn states_in_which_the_next_timer_would_get_another_number_are_two() {
    let source = "\
let turn = '';
await Promise.all([
  spawn('A', async () => { if (turn === '') { turn = 'A'; clearTimeout(setTimeout(() => {}, 1)); } }),
  spawn('B', async () => { if (turn === '') { turn = 'A'; } }),
]);
assert(setTimeout(() => {}, 1) === 2, 'no timer was before this one');
";
    let report = checked(source, tasks());
    assert!(
        report
            .findings
            .iter()
            .any(|finding| finding.verdict == Verdict::Assertion),
        "{report:#?}"
    );
}

#[test]
fn whoever_is_polite_for_ever_is_a_livelock_although_one_could_win() {
    let source = "\
const left = new Mutex(), right = new Mutex();
async function polite(first: Mutex, second: Mutex) {
  while (true) {
    await first.lock();
    if (second.tryLock()) { second.unlock(); first.unlock(); return; }
    first.unlock();
  }
}
await Promise.all([spawn('A', () => polite(left, right)), spawn('B', () => polite(right, left))]);
";
    let report = checked(source, threads());
    assert_eq!(verdicts(&report), [Verdict::Livelock]);
    let livelock = finding(&report, Verdict::Livelock);
    assert!(
        livelock.message.starts_with("A and B can go round for ever"),
        "{}",
        livelock.message
    );
    let fixed = source.replace("polite(right, left)", "polite(left, right)");
    assert_holds(&fixed, threads());
}

#[test]
fn two_that_block_each_other_while_a_third_goes_on_are_stuck() {
    let server = "spawn('C', async () => { while (true) { await sleep(10); } });\n";
    let report = checked(&TWO_LOCKS.replace("await a;\nawait b;\n", server), tasks());
    assert_eq!(verdicts(&report), [Verdict::Stuck, Verdict::Livelock]);
    let stuck = finding(&report, Verdict::Stuck);
    let text = stuck.explanation.join("\n");
    for part in ["A waits for right, held by B.", "B waits for left, held by A."] {
        assert!(text.contains(part), "{text}");
    }
    assert_eq!(stuck.lap, None);
}

#[test]
fn whoever_waits_for_the_end_of_a_loop_is_not_to_blame() {
    let source = "const a = spawn('A', async () => { while (true) { await yieldNow(); } });\nawait a;\n";
    assert_eq!(verdicts(&checked(source, tasks())), [Verdict::Livelock]);
    let ring = "\
let a: any, b: any;
a = spawn('A', async () => { await yieldNow(); await b; });
b = spawn('B', async () => { await yieldNow(); await a; });
spawn('C', async () => { while (true) { await yieldNow(); } });
";
    assert_eq!(verdicts(&checked(ring, tasks())), [Verdict::Stuck, Verdict::Livelock]);
}

#[test]
fn a_lock_that_is_not_fair_may_starve_who_waits_and_one_that_is_does_not() {
    let source = "\
const m = new Mutex({ fair: false });
let rounds = 0;
spawn('greedy', async () => { while (true) { await m.lock(); rounds = 1 - rounds; m.unlock(); } });
spawn('patient', async () => { await m.lock(); m.unlock(); });
";
    let report = checked(source, threads());
    let starvation = finding(&report, Verdict::Starvation);
    assert!(
        starvation.message.starts_with("patient may wait for ever"),
        "{}",
        starvation.message
    );
    let text = starvation.explanation.join("\n");
    assert!(text.contains("patient asks again on every way round"), "{text}");
    let fair = checked(&source.replace("{ fair: false }", ""), threads());
    assert!(!verdicts(&fair).contains(&Verdict::Starvation), "{fair:#?}");
}

#[test]
fn a_loop_that_only_an_unfair_scheduler_repeats_is_none() {
    // With one core, B has no turn while A computes, but could have one whenever A begins anew.
    let source = "\
let stop = false;
spawn('A', async () => { while (!stop) { work(5); await yieldNow(); } });
spawn('B', async () => { stop = true; });
";
    assert_holds(source, tasks());
    // The timer is due sooner or later, however often the loop is run before.
    let timed = "let stop = false;\nsetTimeout(() => { stop = true; }, 100);\nwhile (!stop) { await sleep(1); }\n";
    for setup in [event_loop(), tasks()] {
        assert_holds(timed, setup);
    }
}

#[test]
fn which_of_several_failures_a_late_call_would_tell_is_looked_at() {
    // B fails first, always; a Promise.all that is called after both tells A, the first of its list.
    let source = "const b = spawn('B', async () => { throw new Error('B'); });
const after = async () => { try { await b; } catch {} throw new Error('A'); };
let told = '';
try { await Promise.all([spawn('A', after), b]); } catch (error) { told = error.message; }
assert(told === 'B', 'the first in time');
";
    let report = checked_with(source, threads(), Options::default());
    assert_eq!(
        (report.verdict, report.limit),
        (Verdict::Assertion, None),
        "{report:#?}"
    );
    assert!(report.defects.is_empty());
    let either = source.replace("told === 'B'", "told === 'A' || told === 'B'");
    let report = checked_with(&either, threads(), Options::default());
    assert_eq!(
        (report.verdict, report.is_complete),
        (Verdict::Holds, true),
        "{report:#?}"
    );
    // Where B is the first of the list as well, no call tells anything else.
    let listed = source.replace("[spawn('A', after), b]", "[b, spawn('A', after)]");
    let report = checked_with(&listed, threads(), Options::default());
    assert_eq!(
        (report.verdict, report.is_complete),
        (Verdict::Holds, true),
        "{report:#?}"
    );
}

#[test]
fn an_error_right_after_an_access_hides_no_other_failure() {
    // Only between the write and the error that ends the run can A see the one before the other.
    let source = "let written = false;
spawn('A', async () => assert(!written, 'nothing was written'));
written = true;
throw new Error('main');
";
    let report = checked_with(source, threads(), Options::default());
    let found: Vec<Verdict> = report.findings.iter().map(|finding| finding.verdict).collect();
    assert!(
        found.contains(&Verdict::Assertion) && found.contains(&Verdict::Exception),
        "{report:#?}"
    );
    assert!(report.is_complete);
}
