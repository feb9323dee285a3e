//! Programs with what they print. `tests/suite/lang` holds programs that use only what Node has: Node itself is the oracle
//! (`UPDATE_EXPECT=1` runs the installed `node` and rewrites the expectations). `tests/suite/world` holds programs with the
//! playground's own globals, expected outputs or event logs reviewed by hand (`UPDATE_EXPECT=1` rewrites them from a run).
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
use world::{ConsoleLevel, Detail, EventKind, Log, Outcome, Policy, Schedule, Scheduler, World};

const STEPS_MAX: u32 = 200_000;

fn programs(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite").join(folder);
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a folder that can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ts"))
        .collect();
    files.sort();
    files
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

/// What Node prints.
fn node(program: &str) -> String {
    let mut child = Command::new("node")
        .args(["--input-type=module", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node is installed");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(program.as_bytes()).expect("node reads its input");
    drop(stdin);
    let output = child.wait_with_output().expect("node ends");
    let stdout = String::from_utf8(output.stdout).expect("text");
    let stderr = String::from_utf8(output.stderr).expect("text");
    let after_caret = stderr.lines().skip_while(|line| line.trim() != "^").skip(1);
    let error = after_caret.map(str::trim).find(|line| !line.is_empty());
    assert_eq!(output.status.success(), error.is_none(), "node: {stderr}");
    expectation(&stdout, error)
}

/// What the playground prints, or logs.
fn lanes(program: &str) -> String {
    let compilation = compiler::compile(program, &compiler::Options::default());
    let errors: Vec<String> = compilation.diagnostics.iter().map(ToString::to_string).collect();
    if compilation.diagnostics.iter().any(compiler::Diagnostic::is_error) {
        return expectation(&errors.join("\n"), Some("does not compile"));
    }
    let mut setup = run_setup(&compilation.directive, None, Explicit::default());
    let mut policy = Policy::Fifo;
    if let Some(schedule) = program.lines().find_map(|line| line.strip_prefix("//- schedule: ")) {
        let schedule: Schedule = schedule.trim().parse().expect("a schedule");
        setup = schedule.setup(setup);
        policy = Policy::Replay(schedule);
    }
    let wants_events = program.lines().any(|line| line == "//- events");
    let mut log = Log::new(Detail::Everything);
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

fn check(folder: &str, bless: fn(&str) -> String) -> usize {
    let is_update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let files = programs(folder);
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a text file");
        let (program, expected) = split(&text);
        let expected = if is_update {
            let blessed = bless(program);
            std::fs::write(file, format!("{program}{blessed}")).expect("a writable file");
            blessed
        } else {
            expected.to_owned()
        };
        let actual = lanes(program);
        if actual != expected || expected.is_empty() {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            wrong.push(format!("{folder}/{name}\nexpected\n{expected}but it was\n{actual}"));
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

#[test]
fn the_language_prints_what_node_prints() {
    assert!(check("lang", node) >= 40, "programs got lost");
}

#[test]
fn the_world_does_what_was_reviewed() {
    assert!(check("world", lanes) >= 10, "programs got lost");
}
