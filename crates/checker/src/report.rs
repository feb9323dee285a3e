//! What a check tells: how far it is, what it found, and whether that is everything.
//!
//! Plain data. How long it took is the caller's to measure, and how it is written down the caller's to decide.

use world::{Schedule, TaskId};

use crate::{BoundedBy, Limits, Tests, Verdict};

/// What a check is to do.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Options {
    /// How much it may look at.
    pub limits: Limits,
    /// Whether to stop after the layer of the first finding, rather than to go on for the other kinds.
    pub stop_at_first: bool,
    /// Kinds that are not reported. A run still ends where they end it.
    pub ignore: Vec<Verdict>,
    /// What the last console line of every run that ends well must be; a run that prints something else last is a
    /// `final-output`. The last line is then part of a state, which costs states, so it is only done on demand.
    pub final_line: Option<String>,
    /// Whether every step is a state of its own, also those that commute with whatever other tasks can do. Findings and
    /// their lengths are the same; for whoever draws the states, or wants to compare.
    pub unreduced: bool,
}

/// How far a check is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Progress {
    /// Distinct states so far.
    pub states: u64,
    /// Steps taken so far, those into known states included.
    pub transitions: u64,
    /// How many steps the runs looked at now have.
    pub depth: u32,
    /// States that are known and not yet looked at.
    pub frontier: u64,
    /// Bytes of memory in use, estimated.
    pub bytes: u64,
    /// Whether the search has met a limit and runs are being tested instead.
    pub is_testing: bool,
    /// Whether there is nothing left to do.
    pub is_finished: bool,
}

/// What a check found out.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Report {
    /// The verdict of the shortest finding; without one, `holds` if the search was complete and `bounded` if not.
    pub verdict: Verdict,
    /// Whether every reachable state was looked at.
    pub is_complete: bool,
    /// Why not, if not.
    pub limit: Option<BoundedBy>,
    /// Distinct states.
    pub states: u64,
    /// Steps taken, those into known states included.
    pub transitions: u64,
    /// How many steps the longest of the shortest ways to a state has.
    pub depth: u32,
    /// One for every kind found, the shortest of its kind, ordered by length.
    pub findings: Vec<Finding>,
    /// Kinds that were met but are ignored, in order.
    pub ignored: Vec<Verdict>,
    /// What was tried after a limit was met. Tests prove nothing, but may find something.
    pub tests: Option<Tests>,
    /// Faults of the checker itself. Empty, or the answer is not to be trusted and is never `holds`.
    pub defects: Vec<Defect>,
}

/// One thing that is wrong with the program, with the shortest run that shows it.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Finding {
    /// Which kind.
    pub verdict: Verdict,
    /// One sentence for the learner.
    pub message: String,
    /// The line that it shows on, 0 if there is none.
    pub line: u32,
    /// The task that it happens in, if it is one task's.
    pub task: Option<TaskId>,
    /// The variable or property concerned, as the learner wrote it, if it is about one.
    pub variable: Option<String>,
    /// How many steps the run has. No run of this kind has fewer if `is_shortest`; for a `livelock` or `starvation`, no run
    /// has fewer up to where the lap begins.
    pub steps: u32,
    /// Whether the search has looked at every shorter run. If a test found it, a shorter one may exist.
    pub is_shortest: bool,
    /// How often another task goes on than the one before. No run of this kind and length has fewer.
    pub switches: u32,
    /// How many of these switches leave a task that could have gone on.
    pub preemptions: u32,
    /// For a `livelock` or `starvation`: how many steps at the end of the run lead round, back to the state before them.
    pub lap: Option<u32>,
    /// The run.
    pub schedule: Schedule,
    /// How it comes about: a sentence for each part of it.
    pub explanation: Vec<String>,
}

/// A fault of the checker, or of the world under it: a run that could not be replayed.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Defect {
    /// What should have been shown, if it was a finding.
    pub verdict: Option<Verdict>,
    /// What went wrong.
    pub message: String,
    /// The run that went wrong.
    pub schedule: Schedule,
}
