//! `lanes grade`: how a program does in a lesson. Owns the two forms of the grade; deciding it is the grader's.

use std::io::{self, Write};

use grader::{CheckResult, FoundSchedule, Grade};
use lesson::Reason;
use serde_json::json;

use crate::color::{Tone, paint};
use crate::exit::{Exit, Failure};
use crate::input::{Source, report};
use crate::lessons::{Folder, load};

/// Grade a program as the solution of a lesson
#[derive(clap::Args)]
#[command(after_help = "\
Exits with 0 if every check passes, with 1 if one fails, and with 3 if a proof reached a limit and nothing else failed.

Example:
  lanes grade fix-the-race mine.ts --json")]
pub(crate) struct Args {
    /// The lesson's name or full id, for instance `fix-the-race`
    #[arg(value_name = "LESSON")]
    lesson: String,
    /// The program; `-` for standard input
    #[arg(value_name = "FILE")]
    file: String,
    /// Print the grade as JSON
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    folder: Folder,
}

/// Carries the command out.
pub(crate) fn run(args: &Args, out: &mut dyn Write) -> Result<Exit, Failure> {
    let (course, problems) = load(&args.folder)?;
    let Some(lesson) = course.lesson(&args.lesson) else {
        for problem in &problems {
            eprintln!("lanes: {problem}");
        }
        let known: Vec<&str> = course.lessons().map(|lesson| lesson.slug.as_str()).collect();
        return Err(Failure::Usage(format!(
            "there is no lesson `{}`; there are {}",
            args.lesson,
            known.join(", ")
        )));
    };
    let source = Source::read(&args.file)?;
    let grade = grader::grade(lesson, &source.text);
    if args.json {
        write_json(&lesson.id, &grade, out)?;
    } else {
        report(&source.name, &grade.diagnostics);
        write_text(&lesson.title, &grade, out)?;
    }
    out.flush()?;
    let failed: Vec<&CheckResult> = grade.checks.iter().filter(|check| !check.passed).collect();
    let is_open = failed.iter().all(|check| check.reason == Some(Reason::Bounded));
    Ok(match (failed.is_empty(), is_open) {
        (true, _) => Exit::Fine,
        (false, true) => Exit::Limit,
        (false, false) => Exit::Finding,
    })
}

fn write_text(title: &str, grade: &Grade, out: &mut dyn Write) -> io::Result<()> {
    let (tone, word) = if grade.passed {
        (Tone::Good, "passed")
    } else {
        (Tone::Bad, "not passed")
    };
    writeln!(out, "{}: {title}", paint(tone, word))?;
    for check in &grade.checks {
        let (tone, word) = if check.passed {
            (Tone::Good, "ok  ")
        } else {
            (Tone::Bad, "FAIL")
        };
        writeln!(out, "{} {}", paint(tone, word), check.title)?;
        writeln!(out, "     {}", check.message)?;
        if !check.advice.is_empty() {
            writeln!(out, "     {}", check.advice)?;
        }
        if let Some(found) = &check.finding {
            for sentence in &found.explanation {
                writeln!(out, "     {sentence}")?;
            }
            writeln!(out, "     {}", replay_options(found))?;
        }
    }
    Ok(())
}

/// The options with which `lanes run` shows it.
fn replay_options(found: &FoundSchedule) -> String {
    let sets: String = found
        .overrides
        .iter()
        .map(|(name, literal)| format!("--set {name}={literal} "))
        .collect();
    format!("{sets}--schedule '{}'", found.schedule)
}

fn write_json(lesson: &str, grade: &Grade, out: &mut dyn Write) -> io::Result<()> {
    let diagnostics: Vec<serde_json::Value> = grade
        .diagnostics
        .iter()
        .map(|diagnostic| {
            json!({
                "severity": if diagnostic.is_error() { "error" } else { "warning" },
                "line": diagnostic.span.start.line,
                "column": diagnostic.span.start.column,
                "message": diagnostic.message,
                "help": diagnostic.help,
                "code": diagnostic.code,
            })
        })
        .collect();
    let value = json!({
        "lesson": lesson,
        "passed": grade.passed,
        "checks": grade.checks.iter().map(check_json).collect::<Vec<_>>(),
        "diagnostics": diagnostics,
    });
    writeln!(out, "{value:#}")
}

fn check_json(check: &CheckResult) -> serde_json::Value {
    json!({
        "id": check.id,
        "title": check.title,
        "passed": check.passed,
        "message": check.message,
        "advice": check.advice,
        "reason": check.reason,
        "line": check.line,
        "states": check.states,
        "transitions": check.transitions,
        "complete": check.complete,
        "finding": check.finding.as_ref().map(found_json),
        "other_findings": check.other_findings.iter().map(found_json).collect::<Vec<_>>(),
    })
}

fn found_json(found: &FoundSchedule) -> serde_json::Value {
    let overrides: Vec<String> = found
        .overrides
        .iter()
        .map(|(name, literal)| format!("{name}={literal}"))
        .collect();
    json!({
        "verdict": found.reason,
        "message": found.message,
        "line": found.line,
        "steps": found.steps,
        "schedule": found.schedule.to_string(),
        "overrides": overrides,
        "explanation": found.explanation,
        "fails": found.is_failure,
    })
}
