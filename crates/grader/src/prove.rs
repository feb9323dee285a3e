//! A check by proof: every interleaving of a small instance of the program. Owns which findings fail the check and what
//! an answer that is neither proof nor counterexample says; the search is the checker's.

use std::sync::Arc;

use checker::{Checker, Finding, Options, Report};
use lesson::{Check, Prove, Reason, Verdict};

use crate::compiled::{compile, literals, undecided};
use crate::setup::{Explicit, check_setup};
use crate::{CheckResult, FoundSchedule};

/// A proof under way.
pub(crate) struct Proof {
    checker: Checker,
    overrides: Vec<(String, String)>,
}

impl Proof {
    /// Starts the search; a program that does not compile has failed already.
    pub(crate) fn new(
        check: &Check,
        prove: &Prove,
        lesson: &lesson::Setup,
        source: &str,
    ) -> Result<Proof, Box<CheckResult>> {
        let overrides = literals(&prove.overrides);
        let compilation = compile(check, source, &overrides)?;
        let setup = check_setup(&compilation.directive, Some(lesson), Explicit::from(&prove.setup));
        let mut options = Options {
            final_line: prove.final_output.clone(),
            ..Options::default()
        };
        if let Some(states) = prove.max_states {
            options.limits.states = states;
        }
        Ok(Proof {
            checker: Checker::new(Arc::new(compilation.program), setup, options),
            overrides,
        })
    }

    /// Explores at most `budget` transitions.
    pub(crate) fn advance(&mut self, budget: u32) -> checker::Progress {
        self.checker.explore(budget)
    }

    /// The answer, once the search is finished.
    pub(crate) fn result(&self, check: &Check, prove: &Prove) -> CheckResult {
        let report = self.checker.report();
        let mut findings: Vec<FoundSchedule> = report
            .findings
            .iter()
            .filter_map(|finding| self.found(prove, finding))
            .collect();
        findings.sort_by_key(|found| (!found.is_failure, found.steps));
        let mut result = CheckResult {
            states: report.states,
            transitions: report.transitions,
            complete: report.is_complete,
            ..undecided(check)
        };
        let failure = findings.first().filter(|found| found.is_failure).cloned();
        match failure {
            Some(found) => {
                findings.remove(0);
                result.message.clone_from(&found.message);
                result.reason = Some(found.reason);
                result.line = found.line;
                result.finding = Some(found);
            }
            None if report.is_complete => {
                result.passed = true;
                result.advice.clear();
                result.message = format!("Proved over every interleaving: {} states.", grouped(report.states));
            }
            None => {
                result.message = bounded(&report);
                result.reason = Some(Reason::Bounded);
            }
        }
        result.other_findings = findings;
        result
    }

    /// A finding in the lesson's words.
    fn found(&self, prove: &Prove, finding: &Finding) -> Option<FoundSchedule> {
        let reason = reason_of(finding.verdict)?;
        let is_failure = match reason {
            Reason::Verdict(verdict) => prove.fails_on(verdict),
            Reason::FinalOutput => true,
            Reason::DoesNotCompile
            | Reason::Bounded
            | Reason::Output
            | Reason::TooSlow
            | Reason::TooFast
            | Reason::TooManySteps
            | Reason::GivenChanged
            | Reason::MissingText
            | Reason::ForbiddenText => false,
        };
        Some(FoundSchedule {
            reason,
            message: finding.message.clone(),
            schedule: finding.schedule.clone(),
            overrides: self.overrides.clone(),
            line: finding.line,
            steps: finding.steps,
            explanation: finding.explanation.clone(),
            is_failure,
            is_shortest: finding.is_shortest,
        })
    }
}

/// The lesson's word for a kind of finding; `None` for the two answers that are no finding.
fn reason_of(verdict: checker::Verdict) -> Option<Reason> {
    Some(match verdict {
        checker::Verdict::Holds | checker::Verdict::Bounded => return None,
        checker::Verdict::Assertion => Reason::Verdict(Verdict::Assertion),
        checker::Verdict::Always => Reason::Verdict(Verdict::Always),
        checker::Verdict::Eventually => Reason::Verdict(Verdict::Eventually),
        checker::Verdict::Sometimes => Reason::Verdict(Verdict::Sometimes),
        checker::Verdict::Breach => Reason::Verdict(Verdict::Breach),
        checker::Verdict::Exception => Reason::Verdict(Verdict::Exception),
        checker::Verdict::Deadlock => Reason::Verdict(Verdict::Deadlock),
        checker::Verdict::Stuck => Reason::Verdict(Verdict::Stuck),
        checker::Verdict::Race => Reason::Verdict(Verdict::Race),
        checker::Verdict::LostUpdate => Reason::Verdict(Verdict::LostUpdate),
        checker::Verdict::Livelock => Reason::Verdict(Verdict::Livelock),
        checker::Verdict::Starvation => Reason::Verdict(Verdict::Starvation),
        checker::Verdict::Leak => Reason::Verdict(Verdict::Leak),
        checker::Verdict::OverRelease => Reason::Verdict(Verdict::OverRelease),
        checker::Verdict::FinalOutput => Reason::FinalOutput,
    })
}

fn bounded(report: &Report) -> String {
    let why = report
        .limit
        .map(|limit| format!(": {}", limit.describe()))
        .unwrap_or_default();
    let defects: String = report
        .defects
        .iter()
        .map(|defect| format!(" ({})", defect.message))
        .collect();
    format!(
        "The proof did not get to an end after {} states{why}{defects}. Nothing wrong was found so far, and nothing is proved. \
         A program with fewer steps, or with fewer things that tasks share, can be proved sooner.",
        grouped(report.states)
    )
}

/// A count with its thousands set off: `12,345`.
pub(crate) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_set_off() {
        let texts: Vec<String> = [0, 999, 1_000, 123_456, 1_234_567].into_iter().map(grouped).collect();
        assert_eq!(texts, ["0", "999", "1,000", "123,456", "1,234,567"]);
    }
}
