//! Promises of tasks that fail, and who waits for them: where a thread's step ends, against a step of one operation.
//!
//! Owns programs in which it matters when `Promise.all` and its like are called: of several errors a call tells the first in
//! time, or of those that are there already the first in the list. A call directly after the tasks were made belongs
//! to the step that made them, and must tell all the same what it could have told later.

use proptest::prelude::*;

use crate::compare::machines;
use crate::fine::{Fine, compare_in, each_ends_alike};
use crate::random::{assert_found, compiled, judge};
use checker::Verdict;
use world::{Setup, TimeMode};

const SHARED: &str = "\
let x = 0; let y = 0; const gate = new Semaphore(0); const m = new Mutex(); let late: any;
const fail = (name: string) => { throw new Error(name); };
const told = (error: any) => error.errors ? error.errors.map((inner: any) => inner.message).join('+') : error.message;
";

/// Compares handmade programs in both time modes, each with how many ways there are for its end.
fn each_ends_in(programs: &[(&str, usize, usize)]) {
    let mut wrong = Vec::new();
    for &(source, late, exact) in programs {
        let source = format!("{SHARED}{source}");
        let program = compiled(&source).expect("it compiles");
        for (time, ways) in [(TimeMode::Any, late), (TimeMode::Exact, exact)] {
            let compared = compare_in(&program, time, STATES_MAX);
            if compared != Ok(Fine::Alike(ways)) {
                wrong.push(format!("{time}: {compared:?} and not {ways}\n{source}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn of_several_errors_a_later_call_tells_the_first_of_the_list() {
    each_ends_in(&[
        // Either may be the first in time.
        (
            "try { await Promise.all([spawn('A', async () => fail('A')), spawn('B', async () => fail('B'))]); }
catch (error) { console.log(told(error)); }",
            2,
            2,
        ),
        // B is always the first in time: A is told by a call that comes after both.
        (
            "try { await Promise.all([spawn('A', async () => { await gate.acquire(); fail('A'); }),
  spawn('B', async () => { gate.release(); fail('B'); })]); } catch (error) { console.log(told(error)); }",
            2,
            2,
        ),
        // C, then B, then A: whatever is the first in the list when the call comes.
        (
            "const next = new Semaphore(0);
try { await Promise.all([spawn('A', async () => { await next.acquire(); fail('A'); }),
  spawn('B', async () => { await gate.acquire(); next.release(); fail('B'); }),
  spawn('C', async () => { gate.release(); fail('C'); })]); } catch (error) { console.log(told(error)); }",
            3,
            3,
        ),
        // The first of the list is the first in time as well.
        (
            "const a = spawn('A', async () => fail('A'));
const after = async () => { try { await a; } catch {} fail('B'); };
try { await Promise.all([a, spawn('B', after)]); } catch (error) { console.log(told(error)); }",
            1,
            1,
        ),
        // One of them had failed before the other was made.
        (
            "const b = spawn('B', async () => fail('B')); try { await b; } catch {}
try { await Promise.all([spawn('A', async () => fail('A')), b]); } catch (error) { console.log(told(error)); }",
            2,
            2,
        ),
        // The clock fails one wait after the other.
        (
            "await m.lock(); const waits = [gate.acquire({ timeoutMs: 2 }), m.lock({ timeoutMs: 1 })];
try { await Promise.all(waits); } catch (error) { console.log(told(error)); }",
            2,
            1,
        ),
        // What the main line does next, it may do before the second error or after it.
        (
            "try { await Promise.all([spawn('A', async () => { await gate.acquire(); x = 1; fail('A'); }),
  spawn('B', async () => { gate.release(); fail('B'); })]); } catch (error) { console.log(told(error), x); }",
            3,
            3,
        ),
    ]);
}

#[test]
fn what_comes_after_the_call_for_sure_changes_nothing_that_it_tells() {
    each_ends_in(&[
        // A clock that moves only when nobody can run does so when the call has been made.
        (
            "try { await Promise.all([spawn('A', async () => { await sleep(1); fail('A'); }),
  spawn('B', async () => { await sleep(1); gate.release(); fail('B'); })]); }
catch (error) { console.log(told(error)); }",
            2,
            2,
        ),
        (
            "const b = spawn('B', async () => { await sleep(1); fail('B'); });
const after = async () => { try { await b; } catch {} fail('A'); };
try { await Promise.all([spawn('A', after), b]); } catch (error) { console.log(told(error)); }",
            2,
            1,
        ),
        // A callback of the same lane runs when the lane waits, which it does when the call has been made.
        (
            "queueMicrotask(() => { x = 1; gate.release(); });
try { await Promise.all([spawn('A', async () => { await gate.acquire(); m.unlock(); fail('A'); }),
  spawn('B', async () => { await m.lock(); m.unlock(); fail('B'); })]); }
catch (error) { console.log(told(error)); }",
            3,
            3,
        ),
        (
            "await m.lock(); queueMicrotask(() => m.unlock());
const b = spawn('B', async () => { await m.lock(); fail('B'); });
const after = async () => { try { await b; } catch {} fail('A'); };
try { await Promise.all([spawn('A', after), b]); } catch (error) { console.log(told(error)); }",
            1,
            1,
        ),
    ]);
}

#[test]
fn whoever_else_waits_for_a_list_waits_in_a_step_of_its_own() {
    const LIST: &str = "const list = [spawn('A', async () => { await gate.acquire(); fail('A'); }),
  spawn('B', async () => { gate.release(); fail('B'); })];\n";
    let of_list = |rest: &str| format!("{LIST}{rest}");
    let programs = [
        ("await Promise.all(list).catch((error) => console.log(told(error)));", 2),
        (
            "const all = Promise.all(list); x += 1; try { await all; } catch (error) { console.log(told(error)); }",
            2,
        ),
        (
            "const run = async () => Promise.all(list); try { await run(); } catch (error) { console.log(told(error)); }",
            2,
        ),
        (
            "const run = async () => await Promise.all(list);\ntry { await run(); } catch (error) { console.log(told(error)); }",
            2,
        ),
        (
            "try { await Promise.race(list); } catch (error) { console.log(told(error)); }",
            2,
        ),
        (
            "try { await Promise.any(list); } catch (error) { console.log(told(error)); }",
            1,
        ),
        (
            "console.log(...(await Promise.allSettled(list)).map(({ status }) => status));",
            1,
        ),
        (
            "try { await Promise.race([Promise.all(list), list[1]]); } catch (error) { console.log(told(error)); }",
            2,
        ),
        (
            "try { await Promise.all([Promise.any(list), list[0]]); } catch (error) { console.log(told(error)); }",
            2,
        ),
        ("try { await list[0]; } catch (error) { console.log(told(error)); }", 1),
        (
            "for (const task of list) try { await task; } catch (error) { console.log(told(error)); }",
            1,
        ),
        ("try { await list[1]; } finally { console.log('never handled'); }", 1),
        (
            "await 0; try { await Promise.all(list); } catch (error) { console.log(told(error)); }",
            2,
        ),
        ("await Promise.all(list);", 2),
        ("console.log('they fail, and nobody asks');", 2),
    ];
    let programs: Vec<_> = programs.iter().map(|&(rest, ways)| (of_list(rest), ways)).collect();
    let programs: Vec<_> = programs
        .iter()
        .map(|(source, ways)| (source.as_str(), *ways, *ways))
        .collect();
    each_ends_in(&programs);
}

#[test]
fn whoever_is_the_first_wins_also_after_another_has_done_its_last_access() {
    const RACE: &str = "const list = [spawn('A', async () => { gate.release(); return 'A'; }),
  spawn('B', async () => { await gate.acquire(); return 'B'; })];\n";
    let of_race = |rest: &str| format!("{RACE}{rest}");
    let programs = [
        ("console.log(await Promise.race(list));", 2),
        ("console.log(await Promise.any(list));", 2),
        ("console.log(await Promise.race([Promise.all([list[0]]), list[1]]));", 2),
        (
            "console.log(await Promise.race(list.map((task) => task.finally())));",
            2,
        ),
        ("for (const task of list) task.then((name) => console.log(name));", 2),
        ("console.log(...(await Promise.all(list)));", 1),
        ("console.log(await list[0], await list[1]);", 1),
    ];
    let programs: Vec<_> = programs.iter().map(|&(rest, ways)| (of_race(rest), ways)).collect();
    let programs: Vec<_> = programs
        .iter()
        .map(|(source, ways)| (source.as_str(), *ways, *ways))
        .collect();
    each_ends_in(&programs);
}

#[test]
fn an_assertion_that_fails_after_an_access_hides_no_other_that_fails_before() {
    each_ends_in(&[
        (
            "spawn('A', async () => { x = 1; assert(false, 'A'); }); spawn('B', async () => assert(x === 0, 'B'));",
            2,
            2,
        ),
        (
            "spawn('A', async () => { x = 1; [false].forEach((ok) => assert(ok, 'A')); }); assert(x === 0, 'main');",
            2,
            2,
        ),
        (
            "spawn('A', async () => { x = 1; (() => { throw new Error('A'); })(); }); assert(x === 0, 'main');",
            2,
            2,
        ),
        (
            "spawn('A', async () => assert(x === 0, 'A')); x = 1; throw new Error('main');",
            2,
            2,
        ),
        (
            "const box = { y: 1 }; spawn('A', async () => { assert(x === 0, box); }); x = 1; assert(false, [box]);",
            2,
            2,
        ),
    ]);
}

#[test]
fn an_input_that_is_no_promise_may_change_before_the_call() {
    each_ends_in(&[(
        "const box: any = { value: 1 };
const list = [spawn('A', async () => { box.then = (go: any) => go(2); }), box];
console.log(JSON.stringify((await Promise.all(list))[1]));",
        2,
        2,
    )]);
}

/// What a task does until it fails, if it does.
const BODIES: &[&str] = &[
    "fail('N');",
    "x = x + 1; fail('N');",
    "if (x > 0) fail('N'); x = 1;",
    "gate.release(); fail('N');",
    "fail('N'); gate.release();",
    "await gate.acquire(); fail('N');",
    "x = 2; await gate.acquire(); gate.release();",
    "await m.lock(); x = x + 1; m.unlock(); if (x === 2) fail('N');",
    "await sleep(1); fail('N');",
    "late?.cancel(new Error('N'));",
    "try { await sleep(2); } finally { x = 5; }",
    "await spawn('inner', async () => fail('N'));",
    "return x;",
    "await Promise.all([spawn('P', async () => fail('P')), spawn('Q', async () => fail('Q'))]);",
    "try { await Promise.all([spawn('P', async () => { x = 3; fail('P'); }), late]); } catch (error) { fail(told(error)); }",
];

/// How they are waited for.
const WAITS: &[&str] = &[
    "await Promise.all(list);",
    "await Promise.all(list);",
    "await Promise.all([list[1], list[0], list[2]]);",
    "await Promise.all([list[2], list[1], list[0]]);",
    "await Promise.all([list[0], 1, list[0], list[1]]); await list[2];",
    "await Promise.all([...list, late]);",
    "x = 3; await Promise.all(list);",
    "const all = Promise.all(list); x = 1; await all;",
    "await Promise.all(list).finally(() => { x = 6; });",
    "await Promise.all(list.map(async (task) => { await task; x = x + 1; }));",
    "await Promise.all([Promise.all(list), list[2]]);",
    "await Promise.all([list[2], list[1]].concat(spawn('D', async () => fail('D'))));",
    "await (async () => Promise.all(list))();",
    "const run = async () => await Promise.all(list); await run();",
    "await Promise.race(list);",
    "await Promise.any(list);",
    "await Promise.allSettled(list);",
    "await Promise.allSettled(list); await Promise.all([list[1], list[0]]);",
    "await list[1]; await Promise.all(list);",
    "await list[0]; await list[1]; await list[2];",
    "await Promise.all(list.slice(0, 2)); await list[2];",
    "late.cancel(new Error('M')); await Promise.all(list);",
];

fn source() -> impl Strategy<Value = String> {
    let bodies = prop::collection::vec(prop::sample::select(BODIES), 2..=3);
    (bodies, prop::sample::select(WAITS), any::<bool>()).prop_map(|(bodies, wait, is_late)| {
        let task = |(name, body): (&str, &&str)| {
            let body = body.replace("'N'", &format!("'{name}'"));
            format!("spawn('{name}', async () => {{ {body} }})")
        };
        let mut tasks: Vec<String> = ["A", "B", "C"].into_iter().zip(&bodies).map(task).collect();
        let late = if is_late { tasks.remove(0) } else { "undefined".to_owned() };
        tasks.resize(3, "0".to_owned());
        format!(
            "{SHARED}late = {late};\nconst list: any[] = [{}];\ntry {{ {wait} }} catch (error) {{ console.log(told(error), x); }}\n",
            tasks.join(", ")
        )
    })
}

#[test]
fn whatever_fails_is_told_alike_by_access_and_by_operation() {
    each_ends_alike(40, 120, source());
}

#[test]
fn programs_that_fail_are_judged_alike() {
    let threads = machines()[2];
    let exact = Setup {
        time: TimeMode::Exact,
        ..threads
    };
    let source = source().prop_map(|source| source + "assert(x !== 2, 'two');\n");
    let counts = judge(300, source, &[threads, exact]);
    assert_found(&counts, &[Verdict::Assertion, Verdict::Deadlock, Verdict::Exception]);
}

const STATES_MAX: usize = 100_000;
