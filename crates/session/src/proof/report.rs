//! From what grader and checker say to what is posted. Owns the words of a check of a program that belongs to no lesson.

use checker::{BoundTest, Finding, Odds, Report, Tests, Verdict};
use grader::{CheckResult, FoundSchedule, Grade};

use super::{CheckReport, FindingReport};

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
        title: "Every interleaving ends well".to_owned(),
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
        return format!(
            "The checker found a fault in itself and gives no answer: {}.",
            defect.message
        );
    }
    match (report.findings.first(), report.limit) {
        (Some(finding), _) => finding.message.clone(),
        (None, Some(limit)) => {
            format!(
                "Nothing was found in {} states, but not everything was looked at: {}.",
                report.states,
                limit.describe()
            )
        }
        (None, None) => format!("It holds in all {} states, over every interleaving.", report.states),
    }
}

/// What was tried after a limit was met, in words.
fn tested(tests: &Tests) -> Vec<String> {
    let bound = |bound: &BoundTest| {
        let extent = if bound.is_complete { "all" } else { "some of the" };
        match bound.preemptions {
            0 => format!("{extent} runs in which no task is interrupted"),
            1 => format!("{extent} runs with one interruption"),
            preemptions => format!("{extent} runs with {preemptions} interruptions"),
        }
    };
    let drawn = |odds: &Odds| match odds.draw {
        checker::Draw::Fifo => format!("{} ordinary runs", odds.runs),
        checker::Draw::Random => format!("{} runs at random", odds.runs),
        checker::Draw::Pct => format!("{} runs with random priorities", odds.runs),
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
