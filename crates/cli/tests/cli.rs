//! The command from outside: what it prints where, its exit codes, and what bad input ends in. What programs do is tested
//! elsewhere; here every outcome has one program.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

mod support;
use support::{RACE, SAFE, ends, lanes};

#[test]
fn run_prints_what_the_program_prints_and_nothing_else() {
    let ran = ends(
        &["run", "-"],
        "console.log('out', [1]); console.error('err'); await sleep(5); console.log(`a\nb`);",
        0,
        "",
    );
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("out [ 1 ]\na\nb\n", "err\n"));
    let empty = ends(&["run", "-"], "", 0, "");
    assert_eq!((empty.out.as_str(), empty.err.as_str()), ("", ""));
}

#[test]
fn files_that_cannot_be_read_are_usage_errors() {
    ends(
        &["run", "no-such-file.ts"],
        "",
        2,
        "cannot read `no-such-file.ts`: there is no such file",
    );
    ends(&["run", "crates"], "", 2, "`crates` is a directory");
    ends(&["check", "no-such-file.ts"], "", 2, "there is no such file");
}

#[test]
fn usage_errors_name_what_would_do() {
    ends(&["run", "-", "--model", "fibers"], "", 2, "event-loop, tasks, threads");
    ends(&["run"], "", 2, "<FILE>");
    ends(&["fly"], "", 2, "unrecognized subcommand");
    ends(&["check", "-", "--ignore", "nonsense"], "", 2, "lost-update");
    ends(&["run", "-", "--set", "WORKERS"], "", 2, "NAME=LITERAL");
    ends(&["run", "-", "--set", "NOPE=3"], "const WORKERS = 8;", 2, "NOPE");
    ends(&["check", "-", "--cores", "0"], "", 2, "0");
}

#[test]
fn programs_that_do_not_compile_are_told_with_their_place() {
    ends(&["run", "-"], "let a = 1;\nlet = ;\n", 2, "<stdin>:2:");
    ends(
        &["run", "-"],
        "const counter = 1;\nconst counter = 2;\n",
        2,
        "<stdin>:2:7: error:",
    );
    let help = ends(&["check", "-"], "const counter = 1;\nconst counter = 2;\n", 2, "help:");
    assert!(help.err.contains("counter"), "{}", help.err);
    ends(&["run", "-"], "function f() {\n  await sleep(1);\n}\n", 2, "<stdin>:2:");
}

#[test]
fn uncaught_errors_look_like_nodes() {
    let ran = ends(
        &["run", "-"],
        "console.log('before');\nfunction f() {\n  throw new RangeError('too far');\n}\nf();\n",
        1,
        "RangeError: too far",
    );
    assert_eq!(ran.out, "before\n");
    assert!(
        ran.err
            .starts_with("<stdin>:3\n  throw new RangeError('too far');\n        ^\n\nRangeError: too far\n    at f (<stdin>:3)\n    at main (<stdin>:5)\n"),
        "{}",
        ran.err
    );
    ends(
        &["run", "-"],
        "Promise.reject(new Error('nobody cares'));",
        1,
        "Error: nobody cares",
    );
    ends(&["run", "-"], "assert(1 + 1 === 3, 'arithmetic');", 1, "arithmetic");
    ends(
        &["run", "-"],
        "function deep(n) { return deep(n + 1) + 1; }\ndeep(0);",
        1,
        "RangeError: Maximum call stack size exceeded",
    );
}

#[test]
fn warnings_are_told_and_the_program_runs() {
    let source = "async function save() { await sleep(1); console.log('saved'); }\nsave();\nconsole.log('end');\n";
    let ran = ends(
        &["run", "-"],
        source,
        0,
        "<stdin>:2:1: warning: nobody waits for `save()`",
    );
    assert_eq!(ran.out, "end\nsaved\n");
    assert!(ran.err.contains("\n  help: write `await save()`"), "{}", ran.err);
    let source = "const counter = 1;\nconsole.log(conter);\n";
    let ran = ends(
        &["run", "-"],
        source,
        1,
        "<stdin>:2:13: warning: `conter` is not defined",
    );
    assert!(ran.err.contains("ReferenceError: conter is not defined"), "{}", ran.err);
}

#[test]
fn the_stack_goes_on_across_awaits() {
    let source = "async function inner(n) {\n  await null;\n  throw new TypeError('bad ' + n);\n}\nasync function middle() {\n  await inner(1);\n}\n\
                  const task = spawn('worker', async () => {\n  await middle();\n});\nawait task;\n";
    for model in ["event-loop", "tasks", "threads"] {
        let ran = ends(&["run", "-", "--model", model], source, 1, "TypeError: bad 1");
        let expected = "<stdin>:3\n  throw new TypeError('bad ' + n);\n        ^\n\nTypeError: bad 1\n    at inner (<stdin>:3)\n    \
                        at async middle (<stdin>:6)\n";
        assert!(ran.err.contains(expected), "{model}: {}", ran.err);
        assert!(
            ran.err.contains("    at async main (<stdin>:11)\n"),
            "{model}: {}",
            ran.err
        );
        assert!(ran.err.contains("\nlanes: in lane `"), "{model}: {}", ran.err);
    }
    let printed = "async function f() { await null; throw new Error('x'); }\nasync function g() {\n  try { await f(); } catch (error) { console.log(error.stack); }\n}\nawait g();\n";
    let ran = ends(&["run", "-"], printed, 0, "");
    assert_eq!(
        ran.out,
        "Error: x\n    at f (line 1)\n    at async g (line 3)\n    at async main (line 5)\n"
    );
}

#[test]
fn every_limit_has_a_name_an_amount_and_an_option() {
    for (option, amount, source, sentence) in [
        (
            "--limit-steps",
            "50",
            "while (true) await yieldNow();",
            "stopped after 50 steps",
        ),
        (
            "--limit-heap-bytes",
            "1048576",
            "const all = []; while (true) all.push({});",
            "the heap limit, 1 MB, on line 1",
        ),
        (
            "--limit-string-length",
            "1000",
            "let s = 'x'; while (true) s += s;",
            "a string's length, 1,000 characters, on line 1",
        ),
        (
            "--limit-array-length",
            "1000",
            "const a = []; while (true) a.push(1);",
            "an array's length, 1,000 elements, on line 1",
        ),
        (
            "--limit-tasks",
            "5",
            "while (true) spawn(() => sleep(1));",
            "the limit of tasks, 5 tasks, on line 1",
        ),
        (
            "--limit-timers",
            "7",
            "while (true) setTimeout(() => 1, 1);",
            "the limit of waiting timers, 7 timers, on line 1",
        ),
        (
            "--limit-console-lines",
            "3",
            "while (true) console.log(1);",
            "the limit of console lines, 3 lines, on line 1",
        ),
        (
            "--limit-regexp-steps",
            "100",
            "/(a+)+$/.test('a'.repeat(40) + 'b');",
            "a regular expression, 100 steps, on line 1",
        ),
    ] {
        let ran = ends(&["run", "-", option, amount], source, 3, sentence);
        let name = if option == "--limit-steps" {
            "--max-steps"
        } else {
            option
        };
        assert!(
            ran.err.contains(&format!("`{name}` allows more")),
            "{option}: {}",
            ran.err
        );
    }
    let deep = "let depth = 0;\nfunction down() { depth++; down(); }\ntry { down(); } catch (error) { console.log(error.message, depth < 100); }\n";
    let ran = ends(&["run", "-", "--limit-stack-depth", "50"], deep, 0, "");
    assert_eq!(ran.out, "Maximum call stack size exceeded true\n");
    let deep = "function down(n) { return n === 0 ? 0 : 1 + down(n - 1); }\nconsole.log(down(15000));\n";
    ends(&["run", "-"], deep, 1, "`--limit-stack-depth` allows more");
    let ran = ends(&["run", "-", "--limit-stack-depth", "20000"], deep, 0, "");
    assert_eq!(ran.out, "15000\n");
}

#[test]
fn a_deadlock_says_who_waits_for_whom() {
    let program = "const m = new Mutex();\nspawn('greedy', async () => { await m.lock(); await m.lock(); });\n";
    let ran = ends(&["run", "-"], program, 1, "deadlock");
    assert!(ran.err.contains("greedy"), "{}", ran.err);
}

#[test]
fn limits_end_what_would_never_end() {
    ends(&["run", "-"], "while (true) {}", 3, "--max-steps");
    ends(
        &["run", "-", "--max-steps", "50"],
        "while (true) await yieldNow();",
        3,
        "stopped after 50 steps",
    );
    ends(
        &["run", "-"],
        "const all = [];\nwhile (true) all.push(new Array(1000).fill(1));",
        3,
        "the heap limit",
    );
    ends(&["run", "-"], "let s = 'x';\nwhile (true) s += s;", 3, "limit");
    ends(
        &["run", "-"],
        "while (true) spawn(() => sleep(1));",
        3,
        "the limit of tasks",
    );
    ends(
        &["run", "-"],
        "while (true) console.log('again');",
        3,
        "the limit of console lines",
    );
}

#[test]
fn schedules_are_read_fitted_and_refused() {
    ends(&["run", "-", "--schedule", "nonsense"], RACE, 2, "v1");
    ends(
        &["run", "-", "--schedule", "v1 model=threads : 0 9"],
        RACE,
        2,
        "does not fit",
    );
    ends(
        &["run", "-", "--schedule", "v1 model=threads : 0"],
        RACE,
        0,
        "the schedule ends here",
    );
    ends(
        &["run", "-", "--schedule", "v1 : 0", "--model", "tasks"],
        RACE,
        2,
        "cannot be used with",
    );
}

#[test]
fn trace_prints_the_same_events_every_time() {
    let first = ends(&["trace", "-", "--format", "events"], RACE, 0, "");
    assert!(
        first.out.lines().any(|line| line.contains("spawned \"A\" by #0")),
        "{}",
        first.out
    );
    assert!(
        first
            .out
            .lines()
            .last()
            .is_some_and(|line| line.ends_with("run finished")),
        "{}",
        first.out
    );
    let second = ends(&["trace", "-"], RACE, 0, "");
    assert_eq!(first.out, second.out);
    let random = |seed| ends(&["trace", "-", "--policy", "random", "--seed", seed], SAFE, 0, "").out;
    assert_eq!(random("3"), random("3"));
}

#[test]
fn a_closed_pipe_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_lanes"))
        .args(["run", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(b"for (let i = 0; i < 10000; i++) console.log('a line that nobody reads', i);")
        .expect("room");
    drop(stdin);
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn grade_passes_solutions_and_explains_failures() {
    let solution = "lessons/shared-state/07-fix-the-race/solution.ts";
    let starter = "lessons/shared-state/07-fix-the-race/starter.ts";
    let ran = ends(&["grade", "fix-the-race", solution], "", 0, "");
    assert!(ran.out.starts_with("passed"), "{}", ran.out);
    let ran = ends(&["grade", "fix-the-race", starter, "--json"], "", 1, "");
    let grade: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(grade["passed"], false);
    let failed = grade["checks"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|check| check["finding"].is_object());
    let finding = &failed.expect("a check with a schedule")["finding"];
    let mut replay = vec!["run", starter];
    let sets: Vec<&str> = finding["overrides"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    for set in sets {
        replay.extend(["--set", set]);
    }
    replay.extend(["--schedule", finding["schedule"].as_str().expect("text")]);
    let replayed = lanes(&replay, "");
    assert_ne!(replayed.code, Some(2), "the schedule fits: {}", replayed.err);
    ends(&["grade", "no-such-lesson", solution], "", 2, "fix-the-race");
    ends(&["grade", "fix-the-race", "-"], "this is no program", 1, "<stdin>:1:");
}

#[test]
fn lessons_are_found_exported_and_missed() {
    let ran = ends(&["lessons", "export"], "", 0, "");
    let course: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert!(
        course["chapters"]
            .as_array()
            .is_some_and(|chapters| chapters.len() >= 2)
    );
    ends(&["lessons", "check", "--lessons", "crates/cli"], "", 1, "course.toml");
    ends(
        &["lessons", "export", "--lessons", "no-such-folder"],
        "",
        2,
        "no-such-folder",
    );
}

#[test]
fn the_types_of_the_globals_are_printed() {
    let ran = ends(&["types"], "", 0, "");
    assert!(ran.out.contains("declare class Semaphore {"), "{}", ran.out);
}

/// Two permits, three tasks that come at once and hold one for 10 ms each: the third waits for 10.
const THREE: &str = "// lanes: model=tasks\n\
const db = new Semaphore(2);\n\
async function use() { await db.acquire(); await sleep(10); db.release(); }\n\
await Promise.all([spawn('A', use), spawn('B', use), spawn('C', use)]);\n\
console.log('done');\n";

#[test]
fn run_tells_the_measures_beside_what_the_program_prints() {
    let ran = ends(&["run", "-", "--measures"], THREE, 0, "db (Semaphore)");
    assert_eq!(ran.out, "done\n");
    let line = |name: &str| {
        let found = ran.err.lines().rev().find(|line| line.trim_start().starts_with(name));
        found.map(|line| line.split_whitespace().rev().take(2).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(line("hold, mean").as_deref(), Some("ms 10"));
    assert_eq!(line("wait, longest").as_deref(), Some("ms 10"));
    assert_eq!(line("utilisation").as_deref(), Some("% 75"));
}

#[test]
fn trace_writes_figures_and_curves_for_programs() {
    let ran = ends(&["trace", "-", "--format", "measures"], THREE, 0, "");
    let value: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(value["virtual_ms"], 20.0);
    let db = &value["objects"][0];
    assert_eq!(
        (db["name"].as_str(), db["class"].as_str()),
        (Some("db"), Some("Semaphore"))
    );
    let figures = db["figures"].as_array().expect("a list");
    let figure = |name: &str| {
        figures
            .iter()
            .find(|figure| figure["name"] == name)
            .map(|figure| figure["value"].as_f64())
    };
    assert_eq!(figure("wait, mean"), Some(Some(10.0 / 3.0)));
    assert_eq!(figure("throughput"), Some(Some(150.0)));
    assert_eq!(
        db["curves"]["active"],
        serde_json::json!([[0.0, 2], [10.0, 1], [20.0, 0]])
    );
}

#[test]
fn a_run_in_which_no_time_passes_has_no_rates() {
    let ran = ends(
        &["run", "-", "--measures"],
        "const m = new Mutex();\nawait m.lock();\nm.unlock();\n",
        0,
        "m (Mutex)",
    );
    assert!(
        !ran.err.contains("/s") && !ran.err.contains("NaN") && !ran.err.contains("inf"),
        "{}",
        ran.err
    );
}
