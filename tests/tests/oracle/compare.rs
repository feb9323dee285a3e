//! The judge and the checker, side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use checker::{Finding, Options, Report, Verdict, check};
use world::{Program, Setup};

use crate::liveness;
use crate::naive::{Naive, Shortest};

/// What became of a comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Comparison {
    /// The program has more states than the judge looks at.
    TooLarge,
    /// They agree on these kinds of finding.
    Agree(Vec<Verdict>),
}

/// Checks a program in both ways.
///
/// # Errors
/// How they differ.
pub(crate) fn compare(program: &Arc<Program>, setup: Setup, states_max: usize) -> Result<Comparison, String> {
    let Some(naive) = Naive::explore(program, setup, states_max) else {
        return Ok(Comparison::TooLarge);
    };
    let mut expected = naive.shortest();
    let merged = naive.merged()?;
    expected.extend(liveness::shortest(&merged));
    let options = Options {
        unreduced: true,
        ..Options::default()
    };
    let report = check(Arc::clone(program), setup, options);
    let reduced = check(Arc::clone(program), setup, Options::default());
    agree_on_findings("the checker, every step by itself,", &report, &expected)?;
    agree_on_findings("the checker", &reduced, &expected)?;
    let states = merged.states.len() as u64;
    if states != report.states || states < reduced.states {
        return Err(format!(
            "the judge counts {states} states, the checker {}, and {} without those that it may leave out",
            report.states, reduced.states
        ));
    }
    Ok(Comparison::Agree(expected.into_keys().collect()))
}

fn agree_on_findings(who: &str, report: &Report, expected: &Shortest) -> Result<(), String> {
    if !report.defects.is_empty() || !report.is_complete {
        return Err(format!("{:?} {:?}", report.limit, report.defects));
    }
    let found: Shortest = report
        .findings
        .iter()
        .map(|finding| (finding.verdict, length(finding)))
        .collect();
    if found != *expected {
        return Err(format!("the judge says {}, {who} {}", words(expected), words(&found)));
    }
    Ok(())
}

/// How long the way to a finding is, without the way round; that something never holds has no length.
fn length(finding: &Finding) -> u32 {
    match finding.verdict {
        Verdict::Sometimes => 0,
        _ => finding.steps - finding.lap.unwrap_or(0),
    }
}

fn words(shortest: &BTreeMap<Verdict, u32>) -> String {
    if shortest.is_empty() {
        return "holds".to_owned();
    }
    let words: Vec<String> = shortest
        .iter()
        .map(|(verdict, steps)| format!("{verdict}({steps})"))
        .collect();
    words.join(",")
}

/// The four machines that every program is checked on. A step may be shorter than usual, for the programs that never
/// end one.
pub(crate) fn machines() -> [Setup; 4] {
    use world::{Granularity, IoOrder, Limits, Model, TimeMode};
    let limits = Limits {
        step_ops: 5_000,
        ..Limits::default()
    };
    let machine = |model, granularity, time| Setup {
        model,
        granularity,
        time,
        limits,
        io: IoOrder::Open,
        ..Setup::default()
    };
    [
        machine(Model::EventLoop, Granularity::Access, TimeMode::Exact),
        machine(Model::Tasks, Granularity::Access, TimeMode::Exact),
        machine(Model::Threads, Granularity::Access, TimeMode::Any),
        machine(Model::Threads, Granularity::Statement, TimeMode::Any),
    ]
}
