//! Programs with what they print. `tests/suite/lang` (by area) and `tests/suite/listings` hold programs that use only what
//! Node has: Node itself is the oracle (`UPDATE_EXPECT=1` runs the installed `node`, behind esbuild of the page's npm packages
//! where a program has types, and rewrites the expectations). `tests/suite/world` holds programs with the playground's own
//! globals, expected outputs or event logs reviewed by hand (`UPDATE_EXPECT=1` rewrites them from a run), and so does
//! `tests/suite/objects`, by class: there a program that does not say in its directive which model it is for must print the same in
//! all three. `SUITE_ONLY=PART` runs the programs whose path holds that part. `//- commonjs` runs a program in Node as the script that it is by its syntax.
//!
//! A program ends in its expectation: `//= line` for every line on standard output, and `//! text` for the first line of
//! the error that ended the run. In `tests/suite/world` a first line `//- events` asks for the event log instead, and
//! `//- schedule: v1 ...` for a replay.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use grader::setup::{Explicit, run_setup};
use world::{ConsoleLevel, Detail, EventKind, Log, Model, Outcome, Policy, Schedule, Scheduler, World};

const STEPS_MAX: u32 = 5_000_000;

/// A program is shown by its path from here.
fn suite() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("suite")
}

fn programs(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(&suite().join(folder), &mut files);
    if let Ok(part) = std::env::var("SUITE_ONLY") {
        files.retain(|file| file.to_string_lossy().contains(&part));
    }
    files.sort();
    files
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a folder that can be listed").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "ts") {
            files.push(path);
        }
    }
}

/// The program without its expectation, and the expectation.
fn split(text: &str) -> (&str, &str) {
    let at = text.match_indices("\n//").map(|(at, _)| at + 1).find(|&at| {
        text[at..]
            .lines()
            .all(|line| line.starts_with("//=") || line.starts_with("//!"))
    });
    text.split_at(at.unwrap_or(text.len()))
}

fn expectation(output: &str, error: Option<&str>) -> String {
    let mut text = String::new();
    for line in output.lines() {
        let _ = writeln!(text, "{}", format!("//= {line}").trim_end());
    }
    if let Some(error) = error {
        let _ = writeln!(text, "//! {error}");
    }
    text
}

/// What a program gives when it reads that input; its environment is the same everywhere.
fn pipe(program: &Path, arguments: &[&str], input: &str) -> std::process::Output {
    let mut child = Command::new(program)
        .args(arguments)
        .env("TZ", "UTC")
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input.as_bytes()).expect("it reads its input");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

/// Node 20 cannot strip types: the bundler of the page does, where the text is more than JavaScript.
fn without_types(program: &str) -> String {
    let check = pipe(Path::new("node"), &["--input-type=module", "--check", "-"], program);
    if check.status.success() || program.lines().any(|line| line == "//- javascript") {
        return program.to_owned();
    }
    let esbuild = suite().join("../../web/node_modules/.bin/esbuild");
    let output = pipe(
        &esbuild,
        &["--loader=ts", "--target=esnext", "--tsconfig-raw={}"],
        program,
    );
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "esbuild: {said}");
    String::from_utf8(output.stdout).expect("text")
}

/// What Node prints.
fn node(program: &str) -> String {
    let is_script = program.lines().any(|line| line == "//- commonjs");
    let input = if is_script {
        "--input-type=commonjs"
    } else {
        "--input-type=module"
    };
    let output = pipe(Path::new("node"), &[input, "-"], &without_types(program));
    let stdout = String::from_utf8(output.stdout).expect("text");
    let stderr = String::from_utf8(output.stderr).expect("text");
    let after_caret = stderr.lines().skip_while(|line| line.trim() != "^").skip(1);
    let error = after_caret.map(str::trim).find(|line| !line.is_empty());
    assert_eq!(output.status.success(), error.is_none(), "node: {stderr}\n{program}");
    expectation(&stdout, error)
}

/// What the playground prints in every model, or in each of them if they differ.
fn lanes_in_all_models(program: &str) -> String {
    if program.lines().next().is_some_and(|line| line.contains("model=")) {
        return lanes(program);
    }
    let models = [Model::EventLoop, Model::Tasks, Model::Threads];
    let all = models.map(|model| {
        let explicit = Explicit {
            model: Some(model),
            ..Explicit::default()
        };
        lanes_with(program, explicit)
    });
    if all.iter().all(|printed| *printed == all[0]) {
        return all[0].clone();
    }
    let mut text = String::new();
    for (model, printed) in models.iter().zip(&all) {
        let _ = write!(text, "//= in {model:?}:\n{printed}");
    }
    text
}

/// What the playground prints, or logs.
fn lanes(program: &str) -> String {
    lanes_with(program, Explicit::default())
}

fn lanes_with(program: &str, explicit: Explicit) -> String {
    let compilation = compiler::compile(program, &compiler::Options::default());
    let errors: Vec<String> = compilation.diagnostics.iter().map(ToString::to_string).collect();
    if compilation.diagnostics.iter().any(compiler::Diagnostic::is_error) {
        return expectation(&errors.join("\n"), Some("does not compile"));
    }
    let mut setup = run_setup(&compilation.directive, None, explicit);
    let mut policy = Policy::Fifo;
    if let Some(schedule) = program.lines().find_map(|line| line.strip_prefix("//- schedule: ")) {
        let schedule: Schedule = schedule.trim().parse().expect("a schedule");
        setup = schedule.setup(setup);
        policy = Policy::Replay(schedule);
    }
    let wants_events = program.lines().any(|line| line == "//- events");
    let mut log = Log::new(if wants_events {
        Detail::Everything
    } else {
        Detail::Console
    });
    let mut world = World::new(Arc::new(compilation.program), setup, &mut log);
    let mut scheduler = Scheduler::new(policy);
    while let Some(choice) = scheduler.next(&world) {
        world.step(choice, &mut log).expect("an enabled choice");
        assert!(world.steps() < STEPS_MAX, "the program does not end");
    }
    if wants_events {
        let lines: Vec<String> = log.events.iter().map(ToString::to_string).collect();
        return expectation(&lines.join("\n"), None);
    }
    let mut output = String::new();
    for event in &log.events {
        if let EventKind::Printed {
            level: ConsoleLevel::Log,
            text,
        } = &event.kind
        {
            let _ = writeln!(output, "{text}");
        }
    }
    let error = match world.outcome() {
        Some(Outcome::Finished) => None,
        Some(Outcome::Failed { message, .. }) => message.lines().next().map(str::to_owned),
        Some(end @ (Outcome::Deadlock { .. } | Outcome::Limit { .. })) => Some(end.to_string()),
        None => Some("the schedule is used up".to_owned()),
    };
    expectation(&output, error.as_deref())
}

fn check(folder: &str, bless: fn(&str) -> String, run: fn(&str) -> String) -> usize {
    let is_update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let files = programs(folder);
    for file in &files {
        let name = file
            .strip_prefix(suite())
            .unwrap_or(file)
            .to_string_lossy()
            .into_owned();
        let text = std::fs::read_to_string(file).expect("a text file");
        let (program, expected) = split(&text);
        let expected = if is_update {
            let blessed = bless(program);
            std::fs::write(file, format!("{program}{blessed}")).expect("a writable file");
            blessed
        } else {
            expected.to_owned()
        };
        let actual = std::panic::catch_unwind(|| run(program)).unwrap_or_else(|_| "it panicked\n".to_owned());
        if actual != expected || expected.is_empty() {
            wrong.push(format!("--- {name}\n{}", difference(&expected, &actual)));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} programs:\n{}",
        wrong.len(),
        files.len(),
        wrong.join("\n")
    );
    files.len()
}

/// From the first line that differs on, a few lines of each.
fn difference(expected: &str, actual: &str) -> String {
    let same = expected
        .lines()
        .zip(actual.lines())
        .take_while(|(expected, actual)| expected == actual)
        .count();
    let from_there = |text: &str| text.lines().skip(same).take(4).collect::<Vec<_>>().join("\n");
    format!(
        "after {same} lines, expected\n{}\nbut it was\n{}",
        from_there(expected),
        from_there(actual)
    )
}

/// Fails if there are fewer, unless only a part was asked for.
fn assert_count(count: usize, least: usize) {
    assert!(
        count >= least || std::env::var_os("SUITE_ONLY").is_some(),
        "programs got lost: {count} of {least}"
    );
}

#[test]
fn the_language_prints_what_node_prints() {
    assert_count(check("lang", node, lanes), 300);
}

#[test]
fn the_world_does_what_was_reviewed() {
    assert_count(check("world", lanes, lanes), 27);
}

#[test]
fn objects_do_what_was_reviewed() {
    assert_count(check("objects", lanes_in_all_models, lanes_in_all_models), 2);
}

#[test]
fn patterns_as_they_are_published_run_as_in_node() {
    assert_count(check("listings", node, lanes), 15);
}
