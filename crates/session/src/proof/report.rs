//! From what grader and checker say to what is posted. Owns the words of a check of a program that belongs to no lesson.

use checker::{BoundTest, Finding, Odds, Report, Tests, Verdict};
use grader::{CheckResult, FoundSchedule, Grade};

use super::{CheckReport, FindingReport};

use crate::texts::fill;
use crate::texts::report as texts;

/// The id of the only check of a program that belongs to no lesson.
const EVERY_INTERLEAVING: &str = "every-interleaving";

pub(super) fn of_grade(grade: &Grade) -> Vec<CheckReport> {
    grade.checks.iter().map(of_check).collect()
}

fn of_check(result: &CheckResult) -> CheckReport {
    let found = result.finding.iter().chain(&result.other_findings);
    CheckReport {
        id: result.id.clone(),
        title: result.title.clone(),
        passed: result.passed,
        message: result.message.clone(),
        advice: result.advice.clone(),
        reason: result.reason.map(|reason| reason.to_string()).unwrap_or_default(),
        line: result.line,
        states: result.states,
        transitions: result.transitions,
        complete: result.complete,
        tested: Vec::new(),
        findings: found.map(of_found).collect(),
    }
}

fn of_found(found: &FoundSchedule) -> FindingReport {
    FindingReport {
        verdict: found.reason.to_string(),
        message: found.message.clone(),
        schedule: found.schedule.to_string(),
        overrides: found.overrides.clone(),
        line: found.line,
        steps: found.steps,
        explanation: found.explanation.clone(),
        is_failure: found.is_failure,
        is_shortest: found.is_shortest,
        odds: Vec::new(),
    }
}

pub(super) fn of_program(report: &Report) -> CheckReport {
    let passed = report.verdict == Verdict::Holds;
    CheckReport {
        id: EVERY_INTERLEAVING.to_owned(),
        title: texts::EVERY_INTERLEAVING_ENDS_WELL.to_owned(),
        passed,
        message: message_of(report),
        advice: String::new(),
        reason: if passed {
            String::new()
        } else {
            report.verdict.to_string()
        },
        line: report.findings.first().map_or(0, |finding| finding.line),
        states: report.states,
        transitions: report.transitions,
        complete: report.is_complete,
        tested: report.tests.as_ref().map(tested).unwrap_or_default(),
        findings: report.findings.iter().map(of_finding).collect(),
    }
}

fn message_of(report: &Report) -> String {
    if let Some(defect) = report.defects.first() {
        return fill(texts::THE_CHECKER_FOUND_A_FAULT_IN, &[&defect.message]);
    }
    match (report.findings.first(), report.limit) {
        (Some(finding), _) => finding.message.clone(),
        (None, Some(limit)) => fill(
            texts::NOTHING_WAS_FOUND_IN_STATES_BUT,
            &[&report.states, &limit.describe()],
        ),
        (None, None) => fill(texts::IT_HOLDS_IN_ALL_STATES_OVER, &[&report.states]),
    }
}

/// What was tried after a limit was met, in words.
fn tested(tests: &Tests) -> Vec<String> {
    let bound = |bound: &BoundTest| {
        let extent = if bound.is_complete { "all" } else { texts::SOME_OF_THE };
        match bound.preemptions {
            0 => fill(texts::RUNS_IN_WHICH_NO_TASK_IS, &[&extent]),
            1 => fill(texts::RUNS_WITH_ONE_INTERRUPTION, &[&extent]),
            preemptions => fill(texts::RUNS_WITH_INTERRUPTIONS, &[&extent, &preemptions]),
        }
    };
    let drawn = |odds: &Odds| match odds.draw {
        checker::Draw::Fifo => fill(texts::ORDINARY_RUNS, &[&odds.runs]),
        checker::Draw::Random => fill(texts::RUNS_AT_RANDOM, &[&odds.runs]),
        checker::Draw::Pct => fill(texts::RUNS_WITH_RANDOM_PRIORITIES, &[&odds.runs]),
    };
    tests
        .bounds
        .iter()
        .map(bound)
        .chain(tests.drawn.iter().map(drawn))
        .collect()
}

fn of_finding(finding: &Finding) -> FindingReport {
    FindingReport {
        verdict: finding.verdict.to_string(),
        message: finding.message.clone(),
        schedule: finding.schedule.to_string(),
        overrides: Vec::new(),
        line: finding.line,
        steps: finding.steps,
        explanation: finding.explanation.clone(),
        is_failure: true,
        is_shortest: finding.is_shortest,
        odds: Vec::new(),
    }
}
