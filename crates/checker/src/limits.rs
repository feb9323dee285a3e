//! How much a check may look at.
//!
//! Owns the limits and the names of the reasons for which an answer is not complete. Measures nothing itself, and
//! knows no wall clock: whoever calls `explore` in slices stops when it has had enough.

use std::fmt;

use world::LimitKind;

/// How much a check may look at. Meeting any of them but `waiting_bytes` makes the answer `bounded`, never `holds`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Limits {
    /// Distinct states.
    pub states: u64,
    /// Steps taken, those into known states included.
    pub transitions: u64,
    /// Steps of one run.
    pub depth: u32,
    /// Bytes of memory, all the room for states that wait to be looked at included.
    pub bytes: u64,
    /// Bytes of the states that are kept while they wait to be looked at. Ends nothing and changes no answer: those beyond it
    /// are made again, by the steps that led to them, when it is their turn. At most half of `bytes`.
    pub waiting_bytes: u64,
    /// Operations of the VM in all steps together: what ends a search whose single steps are long.
    pub ops: u64,
    /// Steps of the tests that are run once one of the others was met; 0 is none.
    pub test_steps: u64,
}

impl Limits {
    /// For a page, which shares the memory of the browser's tab.
    #[must_use]
    pub fn page() -> Limits {
        Limits {
            states: 500_000,
            transitions: 20_000_000,
            depth: 1_000_000,
            bytes: 512 << 20,
            waiting_bytes: 48 << 20,
            ops: 1_000_000_000,
            test_steps: 200_000,
        }
    }

    /// For the command line.
    #[must_use]
    pub fn native() -> Limits {
        Limits {
            states: 5_000_000,
            transitions: 200_000_000,
            depth: 1_000_000,
            bytes: 1 << 30,
            waiting_bytes: 64 << 20,
            ops: 20_000_000_000,
            test_steps: 2_000_000,
        }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Limits::page()
    }
}

/// Why an answer is not complete.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum BoundedBy {
    /// [`Limits::states`].
    States,
    /// [`Limits::transitions`].
    Transitions,
    /// [`Limits::depth`].
    Depth,
    /// [`Limits::bytes`].
    Bytes,
    /// [`Limits::ops`].
    Operations,
    /// The time that the caller had for it.
    Time,
    /// Some run met a bound of its machine, so that what would have come after it is unknown.
    Run(LimitKind),
    /// Some run drew numbers at random, and only those of one seed were looked at.
    Seed,
    /// The search was told to stop at its first finding.
    FirstFinding,
    /// The caller stopped before the search was finished.
    Unfinished,
    /// The checker found a fault in itself; see [`crate::Report::defects`].
    Defect,
}

impl BoundedBy {
    /// The word that stands for it in reports.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            BoundedBy::States => "states",
            BoundedBy::Transitions => "transitions",
            BoundedBy::Depth => "depth",
            BoundedBy::Bytes => "bytes",
            BoundedBy::Operations => "operations",
            BoundedBy::Time => "time",
            BoundedBy::Run(LimitKind::HeapBytes) => "heap-bytes",
            BoundedBy::Run(LimitKind::TextLen) => "text-len",
            BoundedBy::Run(LimitKind::ArrayLen) => "array-len",
            BoundedBy::Run(LimitKind::RegExpSteps) => "regexp-steps",
            BoundedBy::Run(LimitKind::Tasks) => "tasks",
            BoundedBy::Run(LimitKind::Timers) => "timers",
            BoundedBy::Run(LimitKind::ConsoleLines) => "console-lines",
            BoundedBy::Seed => "seed",
            BoundedBy::FirstFinding => "first-finding",
            BoundedBy::Unfinished => "unfinished",
            BoundedBy::Defect => "defect",
        }
    }

    /// A sentence for the learner, without its full stop.
    #[must_use]
    pub fn describe(self) -> String {
        match self {
            BoundedBy::States => "the search met its limit of states".to_owned(),
            BoundedBy::Transitions => "the search met its limit of steps taken".to_owned(),
            BoundedBy::Depth => "the search met its limit of steps in one run".to_owned(),
            BoundedBy::Bytes => "the search met its limit of memory".to_owned(),
            BoundedBy::Operations => "the search met its limit of operations of the program".to_owned(),
            BoundedBy::Time => "the search met its limit of time".to_owned(),
            BoundedBy::Run(limit) => format!("some run met {}", limit.describe()),
            BoundedBy::Seed => "only the random numbers of this seed were looked at".to_owned(),
            BoundedBy::FirstFinding => "the search was told to stop at its first finding".to_owned(),
            BoundedBy::Unfinished => "the search was stopped before it was finished".to_owned(),
            BoundedBy::Defect => "the checker found a fault in itself".to_owned(),
        }
    }
}

impl fmt::Display for BoundedBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}
