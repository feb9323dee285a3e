//! From text to report, and from a finding back to a run.

use std::sync::Arc;

use checker::{Finding, Options, Report, Verdict, check};
use world::{Detail, Granularity, Log, Model, Program, Schedule, Setup, TimeMode, World};

/// A program that must compile.
pub(crate) fn compiled(source: &str) -> Arc<Program> {
    let compilation = compiler::compile(source, &compiler::Options::default());
    assert!(!compilation.has_errors(), "{source}\n{:?}", compilation.diagnostics);
    Arc::new(compilation.program)
}

pub(crate) fn event_loop() -> Setup {
    Setup::default()
}

pub(crate) fn tasks() -> Setup {
    Setup {
        model: Model::Tasks,
        ..Setup::default()
    }
}

pub(crate) fn threads() -> Setup {
    Setup {
        model: Model::Threads,
        time: TimeMode::Any,
        ..Setup::default()
    }
}

pub(crate) fn statements() -> Setup {
    Setup {
        granularity: Granularity::Statement,
        ..threads()
    }
}

pub(crate) fn checked(source: &str, setup: Setup) -> Report {
    checked_with(source, setup, Options::default())
}

/// Checks, and makes sure that every finding can be shown by a caller who only has its schedule.
pub(crate) fn checked_with(source: &str, setup: Setup, options: Options) -> Report {
    let program = compiled(source);
    let report = check(Arc::clone(&program), setup, options);
    assert_eq!(report.defects, [], "{source}");
    for finding in &report.findings {
        replayed(&program, setup, finding);
    }
    report
}

/// The world at the end of a finding's schedule, which is read back from its text.
pub(crate) fn replayed(program: &Arc<Program>, setup: Setup, finding: &Finding) -> (World, Log) {
    let schedule: Schedule = finding.schedule.to_string().parse().expect("a schedule reads back");
    assert_eq!(schedule, finding.schedule);
    let mut log = Log::new(Detail::Everything);
    let mut world = World::new(Arc::clone(program), schedule.setup(setup), &mut log);
    for &choice in &schedule.choices {
        world.step(choice, &mut log).expect("a counterexample can be run");
    }
    assert_eq!(finding.steps as usize, schedule.choices.len());
    (world, log)
}

/// What was found but for races, which have tests of their own.
pub(crate) fn verdicts(report: &Report) -> Vec<Verdict> {
    let verdicts = report.findings.iter().map(|finding| finding.verdict);
    verdicts.filter(|&verdict| verdict != Verdict::Race).collect()
}

/// Makes sure that nothing is found but races.
#[track_caller]
pub(crate) fn assert_holds(source: &str, setup: Setup) -> Report {
    let options = Options {
        ignore: vec![Verdict::Race],
        ..Options::default()
    };
    let report = checked_with(source, setup, options);
    assert_eq!(report.verdict, Verdict::Holds, "{source}\n{:#?}", report.findings);
    assert!(report.is_complete);
    report
}

/// The finding of a kind, which must be there.
#[track_caller]
pub(crate) fn finding(report: &Report, verdict: Verdict) -> &Finding {
    let found = report.findings.iter().find(|finding| finding.verdict == verdict);
    found.unwrap_or_else(|| panic!("no {verdict} in {report:#?}"))
}
