//! A lesson's program with the constants of one check in it. Owns how a program that does not compile fails a check.

use std::collections::BTreeMap;

use compiler::{Compilation, Diagnostic, Severity};
use lesson::{Check, Literal, Reason};

use crate::CheckResult;

/// The overrides as the compiler and a counterexample name them.
pub(crate) fn literals(overrides: &BTreeMap<String, Literal>) -> Vec<(String, String)> {
    overrides
        .iter()
        .map(|(name, value)| (name.clone(), value.to_string()))
        .collect()
}

/// Compiles for a check; a program with errors fails it.
pub(crate) fn compile(
    check: &Check,
    source: &str,
    overrides: &[(String, String)],
) -> Result<Compilation, Box<CheckResult>> {
    let options = compiler::Options {
        overrides: overrides.to_vec(),
        ..compiler::Options::default()
    };
    let compilation = compiler::compile(source, &options);
    match first_error(&compilation.diagnostics) {
        None => Ok(compilation),
        Some(error) => Err(does_not_compile(check, error)),
    }
}

fn first_error(diagnostics: &[Diagnostic]) -> Option<&Diagnostic> {
    diagnostics
        .iter()
        .find(|diagnostic| diagnostic.severity == Severity::Error)
}

fn does_not_compile(check: &Check, error: &Diagnostic) -> Box<CheckResult> {
    let help = error
        .help
        .as_deref()
        .map(|help| format!(" ({help})"))
        .unwrap_or_default();
    Box::new(CheckResult {
        message: format!("The program cannot be run: {}{help}.", error.message),
        reason: Some(Reason::DoesNotCompile),
        line: error.span.start.line,
        complete: true,
        ..undecided(check)
    })
}

/// The result of a check before anything is known: not passed, nothing looked at.
pub(crate) fn undecided(check: &Check) -> CheckResult {
    CheckResult {
        id: check.id.clone(),
        title: check.title.clone(),
        passed: false,
        message: String::new(),
        advice: check.message_on_fail.clone(),
        reason: None,
        line: 0,
        states: 0,
        transitions: 0,
        complete: false,
        finding: None,
        other_findings: Vec::new(),
    }
}
