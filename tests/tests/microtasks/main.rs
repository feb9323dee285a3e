//! The order of microtasks in random programs is Node's. Owns running them in both and telling where they differ.
//! `MICROTASKS_SEEDS=FROM..TO` runs other programs than the suite's.

mod programs;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::sync::Arc;

use programs::{PRELUDE, program};
use world::{Detail, EventKind, FailureKind, Log, Outcome, Policy, Scheduler, Setup, World};

/// How many programs the suite has.
const PROGRAMS: u64 = 400;
const STEPS_MAX: u64 = 200_000;

/// Runs the programs one after another and prints what each of them has printed as a line of JSON.
const DRIVER: &str = r#"
let out, timers = 0, isOver;
const print = (text) => { if (!isOver) out.push(text); };
process.on("unhandledRejection", () => { print("unhandled rejection"); isOver = true; });
process.on("uncaughtException", () => { print("uncaught error"); isOver = true; });
const realTimeout = setTimeout;
globalThis.setTimeout = (f, ms) => { timers++; const mine = out; realTimeout(() => { timers--; if (mine === out && !isOver) f(); }, ms); };
const results = [];
let index = 0;
const next = () => {
  if (index > 0) results.push(JSON.stringify(out));
  if (index === programs.length) { console.log(results.join("\n")); return; }
  out = [];
  isOver = false;
  programs[index++]();
  const wait = () => timers > 0 ? realTimeout(() => setImmediate(wait), 0) : setImmediate(next);
  setImmediate(wait);
};
setImmediate(next);
"#;

fn node(bodies: &[String]) -> Vec<String> {
    let mut text = String::from("const programs = [];\n");
    for body in bodies {
        let _ = writeln!(text, "programs.push(() => {{\n{PRELUDE}{body}}});");
    }
    text.push_str(DRIVER);
    let mut child = Command::new("node")
        .args(["--input-type=module", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("Node is installed");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text.as_bytes()).expect("Node reads its input");
    drop(stdin);
    let output = child.wait_with_output().expect("Node ends");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().map(str::to_owned).collect()
}

/// The whole program. It runs in a callback, because microtasks and `process.nextTick` change places in the main line of
/// a module.
fn source(body: &str) -> String {
    format!("const print = (text) => console.log(text);\nsetTimeout(() => {{\n{PRELUDE}{body}}}, 0);")
}

/// What the program prints here, as Node's driver prints it.
fn lanes(body: &str) -> String {
    let source = source(body);
    let compilation = compiler::compile(&source, &compiler::Options::default());
    assert!(!compilation.has_errors(), "{:?}\n{source}", compilation.diagnostics);
    let mut log = Log::new(Detail::Console);
    let mut world = World::new(Arc::new(compilation.program), Setup::default(), &mut log);
    let mut scheduler = Scheduler::new(Policy::Fifo);
    while let Some(choice) = scheduler.next(&world) {
        world.step_enabled(choice, &mut log);
        assert!(world.steps() < STEPS_MAX as _, "the program does not end");
    }
    let mut lines: Vec<String> = log
        .events
        .iter()
        .filter_map(|event| match &event.kind {
            EventKind::Printed { text, .. } => Some(text.clone()),
            _ => None,
        })
        .collect();
    match world.outcome() {
        Some(Outcome::Failed { failure, .. }) => lines.push(match failure {
            FailureKind::UnhandledRejection => "unhandled rejection".to_owned(),
            FailureKind::UncaughtError => "uncaught error".to_owned(),
            other => format!("{other:?}"),
        }),
        Some(Outcome::Finished | Outcome::Deadlock { .. }) => {}
        outcome => lines.push(format!("{outcome:?}")),
    }
    let lines: Vec<String> = lines.iter().map(|line| format!("{line:?}")).collect();
    format!("[{}]", lines.join(","))
}

fn seeds() -> std::ops::Range<u64> {
    let wanted = std::env::var("MICROTASKS_SEEDS").ok();
    let wanted = wanted.as_deref().and_then(|wanted| wanted.split_once(".."));
    wanted.map_or(0..PROGRAMS, |(from, to)| {
        from.parse().expect("a number")..to.parse().expect("a number")
    })
}

#[test]
fn random_programs_print_in_the_order_of_node() {
    let seeds: Vec<u64> = seeds().collect();
    let bodies: Vec<String> = seeds.iter().map(|&seed| program(seed)).collect();
    let expected = node(&bodies);
    assert_eq!(expected.len(), bodies.len(), "Node ran all of them");
    let mut wrong = Vec::new();
    for ((seed, body), expected) in seeds.iter().zip(&bodies).zip(&expected) {
        let actual = lanes(body);
        if actual != *expected {
            wrong.push((body.len(), *seed, body, expected, actual));
        }
    }
    wrong.sort();
    let mut report = String::new();
    for (_, seed, body, expected, actual) in wrong.iter().take(3) {
        let _ = writeln!(report, "--- {seed}\n{body}Node:  {expected}\nLanes: {actual}");
    }
    assert!(
        wrong.is_empty(),
        "{} of {} programs:\n{report}",
        wrong.len(),
        bodies.len()
    );
}

#[test]
fn they_run_as_threads_that_take_turns_at_random() {
    for seed in seeds().take(100) {
        let source = source(&program(seed));
        assert!(lanes_tests::bounded::run(&source) > 0, "{source}");
    }
}
