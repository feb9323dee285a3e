//! The names for why a program fails a lesson. It owns the vocabulary only: what each verdict means is decided by the
//! checker, and the grader maps its findings onto these names.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A finding of the checker, by the name that reports and lessons use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// A failed `assert`.
    Assertion,
    /// A state in which an `always` property is false.
    Always,
    /// A complete run on which an `eventually` property never became true.
    Eventually,
    /// A `sometimes` property that no reachable state satisfies.
    Sometimes,
    /// Two tasks at the same `critical`.
    Breach,
    /// An uncaught error or an unhandled rejection.
    Exception,
    /// Nothing can happen any more and a task has not finished.
    Deadlock,
    /// From some state on no continuation runs a task again.
    Stuck,
    /// Two accesses to one variable, one a write, unordered by any synchronisation.
    Race,
    /// A write computed from a read that another task's write has overtaken.
    LostUpdate,
    /// A fair cycle without progress.
    Livelock,
    /// A fair cycle in which one task waits for ever.
    Starvation,
    /// Every task has finished and something is still held.
    Leak,
    /// A release of something that was not held.
    OverRelease,
}

impl Verdict {
    /// Every verdict, in the order of the documentation.
    pub const ALL: [Verdict; 14] = [
        Verdict::Assertion,
        Verdict::Always,
        Verdict::Eventually,
        Verdict::Sometimes,
        Verdict::Breach,
        Verdict::Exception,
        Verdict::Deadlock,
        Verdict::Stuck,
        Verdict::Race,
        Verdict::LostUpdate,
        Verdict::Livelock,
        Verdict::Starvation,
        Verdict::Leak,
        Verdict::OverRelease,
    ];

    /// The name in reports, on the command line and in lesson files.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Assertion => "assertion",
            Verdict::Always => "always",
            Verdict::Eventually => "eventually",
            Verdict::Sometimes => "sometimes",
            Verdict::Breach => "breach",
            Verdict::Exception => "exception",
            Verdict::Deadlock => "deadlock",
            Verdict::Stuck => "stuck",
            Verdict::Race => "race",
            Verdict::LostUpdate => "lost-update",
            Verdict::Livelock => "livelock",
            Verdict::Starvation => "starvation",
            Verdict::Leak => "leak",
            Verdict::OverRelease => "over-release",
        }
    }

    /// Whether the verdict only says why another finding is there or could be, and does not end a run by itself.
    pub fn is_diagnosis(self) -> bool {
        match self {
            Verdict::Race | Verdict::LostUpdate => true,
            Verdict::Assertion
            | Verdict::Always
            | Verdict::Eventually
            | Verdict::Sometimes
            | Verdict::Breach
            | Verdict::Exception
            | Verdict::Deadlock
            | Verdict::Stuck
            | Verdict::Livelock
            | Verdict::Starvation
            | Verdict::Leak
            | Verdict::OverRelease => false,
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Why a check failed: a verdict, or the way in which a run or the text disappointed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum Reason {
    /// The checker or the run found this.
    Verdict(Verdict),
    /// The program does not compile, or a constant that the check overrides is not there.
    DoesNotCompile,
    /// A proof reached one of its limits first: neither good nor bad, so not passed.
    Bounded,
    /// A complete run ended with another last console line than the check demands.
    FinalOutput,
    /// A run printed something else than the check's output rules demand.
    Output,
    /// A run needed more virtual time than allowed.
    TooSlow,
    /// A run needed less virtual time than the work can take: some of it was not done.
    TooFast,
    /// A run was still going after the allowed number of steps.
    TooManySteps,
    /// The part marked as given differs from the starter's.
    GivenChanged,
    /// A text that the source must contain is missing.
    MissingText,
    /// A text that the source must not contain is there.
    ForbiddenText,
}

impl Reason {
    /// The reasons that are no verdicts.
    const PLAIN: [Reason; 10] = [
        Reason::DoesNotCompile,
        Reason::Bounded,
        Reason::FinalOutput,
        Reason::Output,
        Reason::TooSlow,
        Reason::TooFast,
        Reason::TooManySteps,
        Reason::GivenChanged,
        Reason::MissingText,
        Reason::ForbiddenText,
    ];

    /// Every reason: the verdicts first, then the others.
    pub fn all() -> impl Iterator<Item = Reason> {
        Verdict::ALL.into_iter().map(Reason::Verdict).chain(Reason::PLAIN)
    }

    /// The name in lesson files and in grades.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Verdict(verdict) => verdict.name(),
            Reason::DoesNotCompile => "does-not-compile",
            Reason::Bounded => "bounded",
            Reason::FinalOutput => "final-output",
            Reason::Output => "output",
            Reason::TooSlow => "too-slow",
            Reason::TooFast => "too-fast",
            Reason::TooManySteps => "too-many-steps",
            Reason::GivenChanged => "given-changed",
            Reason::MissingText => "missing-text",
            Reason::ForbiddenText => "forbidden-text",
        }
    }

    /// The reason of that name.
    pub fn from_name(name: &str) -> Option<Reason> {
        Reason::all().find(|reason| reason.name() == name)
    }
}

impl TryFrom<String> for Reason {
    type Error = String;

    fn try_from(name: String) -> Result<Reason, String> {
        Reason::from_name(&name).ok_or_else(|| format!("no reason is called `{name}`"))
    }
}

impl From<Reason> for &'static str {
    fn from(reason: Reason) -> &'static str {
        reason.name()
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
