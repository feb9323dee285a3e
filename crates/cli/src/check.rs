//! `lanes check`: every interleaving, and the shortest run that shows what is wrong. Owns the two forms of the report and
//! the wall clock; the search is the checker's.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "how long a check took is told to a person, and nothing is decided by it"
)]

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytecode::Program;
use checker::{Checker, Finding, Limits, Options, Report, Verdict};
use serde_json::json;
use world::Setup;

use crate::color::{Tone, paint};
use crate::exit::{Exit, Failure};
use crate::input::Source;
use crate::machine::Machine;
use crate::narrate::narrate;

/// Transitions between two looks at the clock.
const SLICE: u32 = 200_000;

/// Check a program over every interleaving
#[derive(clap::Args)]
#[command(after_help = "\
The verdict is `holds` only when every reachable state was looked at; `bounded` when a limit came first and nothing was
found. Each finding comes with its shortest schedule: `lanes run FILE --schedule S` replays it.

Examples:
  lanes check race.ts --model threads
  lanes check pool.ts --set JOBS=5 --set LIMIT=2
  lanes check race.ts --ignore lost-update --json")]
pub(crate) struct Args {
    /// The program; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Give up after so many states
    #[arg(long, value_name = "N", default_value_t = 5_000_000)]
    max_states: u64,
    /// Stop at the first finding
    #[arg(long)]
    first: bool,
    /// Kinds of finding that are not reported, with commas between them
    #[arg(long, value_name = "KIND,..", value_delimiter = ',')]
    ignore: Vec<Verdict>,
    /// Print the report as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    machine: Machine,
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    let source = Source::read(&args.file)?;
    let compiled = source.compile(&args.machine.overrides)?;
    let setup = args.machine.for_check(&compiled);
    let options = Options {
        limits: Limits {
            states: args.max_states,
            ..Limits::native()
        },
        stop_at_first: args.first,
        ignore: args.ignore.clone(),
        ..Options::default()
    };
    let started = Instant::now();
    let mut checker = Checker::new(Arc::clone(&compiled.program), setup, options);
    explore(&mut checker);
    let report = checker.report();
    let elapsed = started.elapsed();
    if args.json {
        write_json(&report, elapsed, out)?;
    } else {
        write_text(&report, elapsed, &compiled.program, setup, out)?;
    }
    out.flush()?;
    Ok(match (report.findings.is_empty(), report.verdict) {
        (true, Verdict::Bounded) => Exit::Limit,
        (true, _) => Exit::Fine,
        (false, _) => Exit::Finding,
    })
}

/// Searches to the end, with a line on standard error that a person can watch.
fn explore(checker: &mut Checker) {
    let is_watched = io::stderr().is_terminal();
    loop {
        let progress = checker.explore(SLICE);
        if is_watched {
            eprint!("\r{} states, depth {} \x1b[K", progress.states, progress.depth);
        }
        if progress.is_finished {
            break;
        }
    }
    if is_watched {
        eprint!("\r\x1b[K");
    }
}

fn write_json(report: &Report, elapsed: Duration, out: &mut dyn Write) -> io::Result<()> {
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

fn write_text(
    report: &Report,
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
    for defect in &report.defects {
        writeln!(
            out,
            "a fault of the checker, please report it: {} (--schedule '{}')",
            defect.message, defect.schedule
        )?;
    }
    for finding in &report.findings {
        write_finding(finding, program, setup, out)?;
    }
    Ok(())
}

fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn write_finding(finding: &Finding, program: &Arc<Program>, setup: Setup, out: &mut dyn Write) -> io::Result<()> {
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
