//! The words for what a check finds.
//!
//! Owns the closed list of verdicts, their spelling, and small sets of them. How each is found is the search's.

use std::fmt;
use std::str::FromStr;

/// The answer of a check, or the kind of one finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// Every reachable end is good, and an end can be reached from everywhere. Never the kind of a finding.
    Holds,
    /// Nothing was found, but not everything was looked at. Never the kind of a finding.
    Bounded,
    /// An `assert` failed.
    Assertion,
    /// A condition given to `always` was false in some state.
    Always,
    /// A condition given to `eventually` was true in no state of a run that ended well.
    Eventually,
    /// A condition given to `sometimes` is true in no state that can be reached.
    Sometimes,
    /// Two tasks were about to enter the same `critical` section.
    Breach,
    /// An error that nobody caught, or a rejection that nobody handled.
    Exception,
    /// Nothing can ever happen again and a task has not finished.
    Deadlock,
    /// From some state on, no continuation runs a task again, and none ends the run.
    Stuck,
    /// Two tasks could access the same variable next, and one of them would write it.
    Race,
    /// A write computed from a read of the same variable, after another task had replaced that value.
    LostUpdate,
    /// A fair scheduler could go round for ever without a step of `progress()`.
    Livelock,
    /// A fair scheduler could go round for ever while a task waits that could have gone on.
    Starvation,
    /// Every task has finished, and a lock or a permit is still held.
    Leak,
    /// Something was given back that was not held.
    OverRelease,
    /// A run ended well, but its last console line was not the one that the check asked for.
    FinalOutput,
}

impl Verdict {
    /// Every kind of finding, in the order in which findings of equal length are listed.
    pub const FINDINGS: [Verdict; 15] = [
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
        Verdict::FinalOutput,
    ];

    /// The word that stands for it in reports, lessons and on the command line.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Holds => "holds",
            Verdict::Bounded => "bounded",
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
            Verdict::FinalOutput => "final-output",
        }
    }

    /// Whether a single run can show it by what happens in it, so that it makes sense to ask how many runs do.
    #[must_use]
    pub fn is_shown_by_one_run(self) -> bool {
        match self {
            Verdict::Assertion
            | Verdict::Always
            | Verdict::Eventually
            | Verdict::Breach
            | Verdict::Exception
            | Verdict::Deadlock
            | Verdict::LostUpdate
            | Verdict::Leak
            | Verdict::OverRelease
            | Verdict::FinalOutput => true,
            // These are about what other runs could do, or about runs that never end.
            Verdict::Holds
            | Verdict::Bounded
            | Verdict::Sometimes
            | Verdict::Stuck
            | Verdict::Race
            | Verdict::Livelock
            | Verdict::Starvation => false,
        }
    }

    /// Whether something is wrong with the program.
    #[must_use]
    pub fn is_finding(self) -> bool {
        Verdict::FINDINGS.contains(&self)
    }
}

/// A set of kinds of finding.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Verdicts(u32);

impl Verdicts {
    pub(crate) fn insert(&mut self, verdict: Verdict) {
        self.0 |= 1 << verdict as u32;
    }

    pub(crate) fn contains(self, verdict: Verdict) -> bool {
        self.0 & 1 << verdict as u32 != 0
    }

    /// In the order of [`Verdict::FINDINGS`].
    pub(crate) fn iter(self) -> impl Iterator<Item = Verdict> {
        Verdict::FINDINGS
            .into_iter()
            .filter(move |&verdict| self.contains(verdict))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// A word that names no kind of finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnknownVerdict {
    /// The word.
    pub word: String,
}

impl fmt::Display for UnknownVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words: Vec<&str> = Verdict::FINDINGS.iter().map(|verdict| verdict.word()).collect();
        write!(
            f,
            "`{}` is no verdict of the checker: expected holds, bounded, {}",
            self.word,
            words.join(", ")
        )
    }
}

impl std::error::Error for UnknownVerdict {}

impl FromStr for Verdict {
    type Err = UnknownVerdict;

    fn from_str(word: &str) -> Result<Verdict, UnknownVerdict> {
        [Verdict::Holds, Verdict::Bounded]
            .into_iter()
            .chain(Verdict::FINDINGS)
            .find(|verdict| verdict.word() == word)
            .ok_or_else(|| UnknownVerdict { word: word.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back() {
        for verdict in [Verdict::Holds, Verdict::Bounded].into_iter().chain(Verdict::FINDINGS) {
            assert_eq!(verdict.word().parse(), Ok(verdict));
        }
    }

    #[test]
    fn a_word_that_is_no_verdict_is_refused() {
        assert!("starved".parse::<Verdict>().is_err());
    }
}
