//! The report as JSON, for programs. Owns the names and types of its fields, which others rely on: none is renamed.

use std::io::{self, Write};
use std::time::Duration;

use checker::{BoundTest, Finding, Odds, Report, Tests};
use serde_json::json;

/// Writes the report on many lines, as one value.
pub(super) fn write(report: &Report, odds: &[Odds], elapsed: Duration, out: &mut dyn Write) -> io::Result<()> {
    let findings: Vec<serde_json::Value> = report.findings.iter().map(finding_json).collect();
    let value = json!({
        "verdict": report.verdict.word(),
        "complete": report.is_complete,
        "limit": report.limit.as_ref().map(|limit| limit.word()),
        "states": report.states,
        "transitions": report.transitions,
        "elapsed_ms": u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
        "findings": findings,
        "tests": report.tests.as_ref().map(tests_json),
        "odds": odds.iter().map(odds_json).collect::<Vec<_>>(),
    });
    writeln!(out, "{value:#}")
}

fn finding_json(finding: &Finding) -> serde_json::Value {
    json!({
        "verdict": finding.verdict.word(),
        "message": finding.message,
        "line": finding.line,
        "steps": finding.steps,
        "shortest": finding.is_shortest,
        "lap": finding.lap,
        "switches": finding.switches,
        "preemptions": finding.preemptions,
        "schedule": finding.schedule.to_string(),
        "explanation": finding.explanation,
    })
}

fn tests_json(tests: &Tests) -> serde_json::Value {
    let bound = |bound: &BoundTest| {
        json!({
            "preemptions": bound.preemptions,
            "complete": bound.is_complete,
            "steps": bound.steps,
        })
    };
    json!({
        "bounds": tests.bounds.iter().map(bound).collect::<Vec<_>>(),
        "drawn": tests.drawn.iter().map(odds_json).collect::<Vec<_>>(),
    })
}

fn odds_json(odds: &Odds) -> serde_json::Value {
    let hits: serde_json::Map<String, serde_json::Value> = odds
        .hits
        .iter()
        .map(|(verdict, &count)| (verdict.word().to_owned(), json!(count)))
        .collect();
    json!({
        "policy": odds.draw.word(),
        "runs": odds.runs,
        "hits": hits,
        "clean": odds.clean,
        "cut": odds.cut,
        "steps": odds.steps,
    })
}
