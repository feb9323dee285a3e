//! The core behind functions of text: what `wasm/main.rs` offers natively as a command and in wasm as exports. Owns the
//! shape of these calls, and nothing of what happens in them.

use std::fmt::Write as _;
use std::sync::Arc;

use checker::{Checker, Limits, Options};
use compiler::Compilation;
use grader::setup::{Explicit, check_setup, run_setup};
use world::{Detail, EventKind, Fingerprinter, Granularity, Log, Model, Outcome, Policy, Scheduler, Setup, World};

/// The most steps that a traced run takes.
const STEPS_MAX: u32 = 20_000;

/// A 64-bit FNV-1a of the text, in hexadecimal: says whether text crosses both boundaries unharmed.
pub fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn compile(source: &str) -> Result<Compilation, String> {
    let compilation = compiler::compile(source, &compiler::Options::default());
    let errors: Vec<String> = compilation.diagnostics.iter().map(ToString::to_string).collect();
    if compilation.has_errors() {
        Err(errors.join("\n"))
    } else {
        Ok(compilation)
    }
}

/// The whole event log of a run, the fingerprint of its last state, and how it ended. `policy` is `fifo` or the seed of
/// a random one.
pub fn trace(source: &str, policy: &str) -> String {
    let compilation = match compile(source) {
        Ok(compilation) => compilation,
        Err(errors) => return errors,
    };
    let setup = run_setup(&compilation.directive, None, Explicit::default());
    let policy = policy.parse().map_or(Policy::Fifo, |seed| Policy::Random { seed });
    let program = Arc::new(compilation.program);
    let mut fingerprinter = Fingerprinter::new(&program);
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(program, setup, &mut log);
    let mut scheduler = Scheduler::new(policy);
    while world.steps() < STEPS_MAX
        && let Some(choice) = scheduler.next(&world)
    {
        world.step_enabled(choice, &mut log);
    }
    let mut text = String::new();
    for event in &log.events {
        let _ = writeln!(text, "{event}");
    }
    let _ = writeln!(text, "{:032x} {:?}", fingerprinter.fingerprint(&world), world.outcome());
    text
}

/// What a script prints, and how it ended unless it completed. `pace` is `whole` (a job at a time, nothing but the console
/// recorded) or `steps` (a statement at a time, every event recorded).
pub fn script(source: &str, pace: &str) -> String {
    let compilation = match compile(source) {
        Ok(compilation) => compilation,
        Err(errors) => return errors,
    };
    let (model, detail) = match pace {
        "steps" => (Model::Threads, Detail::Everything),
        _ => (Model::EventLoop, Detail::Console),
    };
    let mut setup = Setup {
        model,
        granularity: Granularity::Statement,
        ..Setup::default()
    };
    setup.limits.heap_bytes = 1 << 30;
    setup.limits.tasks = 1 << 24;
    let mut log = Log::new(detail);
    let mut world = World::new(Arc::new(compilation.program), setup, &mut log);
    let mut scheduler = Scheduler::new(Policy::Fifo);
    let mut text = String::new();
    while let Some(choice) = scheduler.next(&world) {
        world.step_enabled(choice, &mut log);
        for event in log.events.drain(..) {
            if let EventKind::Printed { text: line, .. } = event.kind {
                let _ = writeln!(text, "{line}");
            }
        }
    }
    match world.outcome() {
        Some(Outcome::Finished) => {}
        other => {
            let _ = writeln!(text, "{other:?}");
        }
    }
    text
}

/// The whole report of a check of at most `states_max` states.
pub fn check(source: &str, states_max: &str) -> String {
    let compilation = match compile(source) {
        Ok(compilation) => compilation,
        Err(errors) => return errors,
    };
    let setup = check_setup(&compilation.directive, None, Explicit::default());
    let limits = Limits {
        states: states_max.parse().unwrap_or(10_000),
        ..Limits::page()
    };
    let options = Options {
        limits,
        ..Options::default()
    };
    format!("{:#?}", checker::check(Arc::new(compilation.program), setup, options))
}

/// A check without its words, as JSON: `extent` is `whole`, or `first` to stop at the first finding; `whole-unreduced` and
/// `first-unreduced` take every step by itself.
pub fn explore(source: &str, extent: &str) -> String {
    let compilation = match compile(source) {
        Ok(compilation) => compilation,
        Err(errors) => return errors,
    };
    let setup = check_setup(&compilation.directive, None, Explicit::default());
    let options = Options {
        limits: Limits::native(),
        stop_at_first: extent.starts_with("first"),
        unreduced: extent.ends_with("-unreduced"),
        // Diagnoses: what the other checkers look for is what ends a run.
        ignore: vec![checker::Verdict::LostUpdate, checker::Verdict::Race],
        ..Options::default()
    };
    let mut checker = Checker::new(Arc::new(compilation.program), setup, options);
    let mut bytes = 0;
    loop {
        let progress = checker.explore(100_000);
        bytes = bytes.max(progress.bytes);
        if progress.is_finished {
            break;
        }
    }
    let report = checker.report();
    let steps = report
        .findings
        .first()
        .map_or_else(|| "null".to_owned(), |finding| finding.steps.to_string());
    format!(
        r#"{{"end":"{}","states":{},"transitions":{},"steps":{steps},"bytes":{bytes}}}"#,
        report.verdict, report.states, report.transitions
    )
}
