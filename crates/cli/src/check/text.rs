//! The report for a person. Owns its layout; the sentences are the checker's, the steps `narrate`'s.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use bytecode::Program;
use checker::{Finding, Odds, Report, Tests, Verdict};
use world::Setup;

use crate::color::{Tone, paint};
use crate::narrate::narrate;

/// Writes the verdict, what was looked at, and each finding with its steps.
pub(super) fn write(
    report: &Report,
    odds: &[Odds],
    elapsed: Duration,
    program: &Arc<Program>,
    setup: Setup,
    out: &mut dyn Write,
) -> io::Result<()> {
    let tone = match (report.verdict, report.findings.is_empty()) {
        (Verdict::Holds, _) => Tone::Good,
        (_, true) => Tone::Open,
        (_, false) => Tone::Bad,
    };
    writeln!(out, "{}", paint(tone, report.verdict.word()))?;
    let extent = match &report.limit {
        Some(limit) => limit.describe(),
        None => "complete".to_owned(),
    };
    writeln!(
        out,
        "{} states, {} transitions, {extent}, {} ms, {} {}",
        report.states,
        report.transitions,
        elapsed.as_millis(),
        setup.model,
        paint(
            Tone::Quiet,
            &format!("(granularity {}, time {})", setup.granularity, setup.time)
        ),
    )?;
    if let Some(tests) = &report.tests {
        writeln!(out, "tested, not proved: {}", tried(tests))?;
    }
    for defect in &report.defects {
        writeln!(
            out,
            "a fault of the checker, please report it: {} (--schedule '{}')",
            defect.message, defect.schedule
        )?;
    }
    for finding in &report.findings {
        write_finding(finding, odds, program, setup, out)?;
    }
    Ok(())
}

fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What was tried after a limit was met.
fn tried(tests: &Tests) -> String {
    let bounds = tests.bounds.iter().map(|bound| {
        let extent = if bound.is_complete { "all runs" } else { "many runs" };
        let bound = match bound.preemptions {
            0 => "no preemption".to_owned(),
            1 => "at most 1 preemption".to_owned(),
            preemptions => format!("at most {preemptions} preemptions"),
        };
        format!("{extent} with {bound}")
    });
    let drawn = tests
        .drawn
        .iter()
        .map(|odds| format!("{} drawn by {}", counted(odds.runs, "run", "runs"), odds.draw.word()));
    bounds.chain(drawn).collect::<Vec<_>>().join(", ")
}

/// In how many ordinary runs a finding is met.
fn likelihood(verdict: Verdict, odds: &[Odds]) -> String {
    let each = odds.iter().map(|odds| {
        let runs = counted(odds.runs, "run", "runs");
        format!("{} of {runs} by {}", odds.hits(verdict), odds.draw.word())
    });
    each.collect::<Vec<_>>().join(", ")
}

fn write_finding(
    finding: &Finding,
    odds: &[Odds],
    program: &Arc<Program>,
    setup: Setup,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(out)?;
    writeln!(out, "{}: {}", paint(Tone::Bad, finding.verdict.word()), finding.message)?;
    for sentence in &finding.explanation {
        writeln!(out, "  {sentence}")?;
    }
    writeln!(
        out,
        "  {}, {}, {}",
        counted(finding.steps, "step", "steps"),
        counted(finding.switches, "switch", "switches"),
        counted(finding.preemptions, "preemption", "preemptions")
    )?;
    if !finding.is_shortest {
        writeln!(out, "  found by a test, so a shorter run may exist")?;
    }
    if !odds.is_empty() && finding.verdict.is_shown_by_one_run() {
        writeln!(out, "  met in {}", likelihood(finding.verdict, odds))?;
    }
    writeln!(out, "  --schedule '{}'", finding.schedule)?;
    let steps = narrate(program, setup, &finding.schedule);
    let number_width = steps.len().to_string().len();
    let lane_width = steps.iter().map(|step| step.lane.chars().count()).max().unwrap_or(0);
    for (index, step) in steps.iter().enumerate() {
        let line = if step.line == 0 {
            String::new()
        } else {
            format!("L{}", step.line)
        };
        let number = index + 1;
        writeln!(
            out,
            "  {number:>number_width$}  {:lane_width$}  {line:>5}  {}",
            step.lane, step.words
        )?;
    }
    Ok(())
}
