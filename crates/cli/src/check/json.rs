//! The report as JSON, for programs. Owns the names and types of its fields, which others rely on: none is renamed.

use std::io::{self, Write};
use std::time::Duration;

use checker::{Finding, Report};
use serde_json::json;

/// Writes the report on many lines, as one value.
pub(super) fn write(report: &Report, elapsed: Duration, out: &mut dyn Write) -> io::Result<()> {
    let findings: Vec<serde_json::Value> = report.findings.iter().map(finding_json).collect();
    let value = json!({
        "verdict": report.verdict.word(),
        "complete": report.is_complete,
        "limit": report.limit.as_ref().map(|limit| limit.word()),
        "states": report.states,
        "transitions": report.transitions,
        "elapsed_ms": u64::try_from(elapsed.as_millis()).unwrap_or(u64::MAX),
        "findings": findings,
    });
    writeln!(out, "{value:#}")
}

fn finding_json(finding: &Finding) -> serde_json::Value {
    json!({
        "verdict": finding.verdict.word(),
        "message": finding.message,
        "line": finding.line,
        "steps": finding.steps,
        "switches": finding.switches,
        "preemptions": finding.preemptions,
        "schedule": finding.schedule.to_string(),
        "explanation": finding.explanation,
    })
}
