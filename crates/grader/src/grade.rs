//! What a grade is made of. Plain data: it owns no rule of how a check is decided.

use compiler::Diagnostic;
use lesson::Reason;
use world::Schedule;

/// How a program did in a lesson.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grade {
    /// Whether every check passed.
    pub passed: bool,
    /// One result for each check of the lesson that has been decided, in the lesson's order.
    pub checks: Vec<CheckResult>,
    /// What the compiler said about the program as the learner wrote it.
    pub diagnostics: Vec<Diagnostic>,
}

/// How a program did in one check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckResult {
    /// The check's id.
    pub id: String,
    /// What it demands, in the learner's words.
    pub title: String,
    /// Whether the program does.
    pub passed: bool,
    /// What was found out, in a sentence: why it failed, or how much was looked at when it passed.
    pub message: String,
    /// What a failure means, from the lesson; empty when the check passed.
    pub advice: String,
    /// Why it failed, as one of the words that lessons use; `None` when it passed.
    pub reason: Option<Reason>,
    /// The line of the program that the failure points at, 0 if there is none.
    pub line: u32,
    /// States that a proof explored, 0 in other checks.
    pub states: u64,
    /// Steps that were taken to decide the check.
    pub transitions: u64,
    /// Whether everything that the check is about was looked at; a proof that met a limit was not complete.
    pub complete: bool,
    /// The run that shows the failure.
    pub finding: Option<FoundSchedule>,
    /// What else the check found, shortest first; diagnoses such as a lost update say why the failure happens.
    pub other_findings: Vec<FoundSchedule>,
}

impl CheckResult {
    /// Every reason for which the check failed, the shortest finding's first; none when it passed.
    pub fn reasons(&self) -> impl Iterator<Item = Reason> {
        let others = self
            .other_findings
            .iter()
            .filter(|found| found.is_failure && !self.passed);
        self.reason.into_iter().chain(others.map(|found| found.reason))
    }
}

/// A run that shows something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundSchedule {
    /// What it shows.
    pub reason: Reason,
    /// The same in a sentence.
    pub message: String,
    /// The decisions that lead there, with the machine that they were taken on.
    pub schedule: Schedule,
    /// The constants of the program that were given another value, as names and literals; the schedule fits only with them.
    pub overrides: Vec<(String, String)>,
    /// The line that it points at, 0 if there is none.
    pub line: u32,
    /// How many decisions the schedule has.
    pub steps: u32,
    /// Why it came to that, a sentence each.
    pub explanation: Vec<String>,
    /// Whether it fails the check, or only says why something else does.
    pub is_failure: bool,
    /// Whether every shorter run was looked at.
    pub is_shortest: bool,
}

/// How far grading is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GradeProgress {
    /// The check that is being decided, counted from 0; equal to `check_count` at the end.
    pub check_index: u32,
    /// How many checks the lesson has.
    pub check_count: u32,
    /// States explored so far in the current proof.
    pub states: u64,
    /// Steps taken so far in the current check.
    pub transitions: u64,
    /// The length of the schedules that the current proof is looking at.
    pub depth: u32,
    /// States of the current proof that are known and not explored yet.
    pub frontier: u64,
    /// Whether every check has been decided.
    pub is_finished: bool,
}
