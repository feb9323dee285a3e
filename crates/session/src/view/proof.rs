//! The check over every interleaving, and the replay of what it found.

/// The verdict panel.
#[derive(Clone, PartialEq, Debug)]
pub struct ProofView {
    /// How far it is.
    pub state: ProofState,
    /// What it says in one line: `Holds: 1,204 states, every interleaving`.
    pub headline: String,
    /// The checks, in the lesson's order; one in the playground.
    pub checks: Vec<CheckView>,
    /// Distinct states so far or at the end, over all checks.
    pub states: u64,
    /// Steps taken so far or at the end, over all checks.
    pub transitions: u64,
    /// States that are known and not looked at yet.
    pub frontier: u64,
    /// States a second.
    pub states_per_second: u64,
    /// How long it has taken, in milliseconds.
    pub elapsed_ms: u32,
    /// Whether the program was edited since.
    pub is_stale: bool,
    /// Whether `Action::AskNudge` says more about how the run could go wrong from where it stands.
    pub can_nudge: bool,
    /// What it has said about that.
    pub nudges: Vec<String>,
    /// Whether a limit ended the search, so that `Action::ContinueProof` lets it go on.
    pub can_continue: bool,
}

/// How far a check of the program is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ProofState {
    /// Nobody asked for it.
    Idle,
    /// It is under way.
    Busy,
    /// It was stopped.
    Cancelled,
    /// Everything holds.
    Passed,
    /// Something was found.
    Failed,
    /// Nothing was found, but not everything was looked at.
    Bounded,
    /// It could not be carried out.
    Broken,
}

/// How far one check is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckState {
    /// Its turn has not come.
    Waiting,
    /// It is being decided.
    Busy,
    /// It holds.
    Passed,
    /// It does not.
    Failed,
    /// A limit was met before anything was found: neither.
    Undecided,
}

/// One check.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckView {
    /// Its id.
    pub id: String,
    /// What it demands.
    pub title: String,
    /// How far it is.
    pub state: CheckState,
    /// What was found out.
    pub message: String,
    /// What a failure means; empty when there is none.
    pub advice: String,
    /// The line that it points at.
    pub line: Option<u32>,
    /// States explored; 0 where none are.
    pub states: u64,
    /// Whether everything was looked at.
    pub is_complete: bool,
    /// What was tested instead, where it was not: `Tested, not proved: all runs in which no task is interrupted, ...`. Empty
    /// otherwise.
    pub tested: String,
    /// What was found, failures first.
    pub findings: Vec<FindingView>,
}

/// Something that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FindingView {
    /// The word for it: `lost-update`.
    pub verdict: String,
    /// Whether `Drive::ExplainWord` explains that word.
    pub is_explained: bool,
    /// The same in a sentence.
    pub message: String,
    /// How many steps lead there; 0 if there is nothing to replay.
    pub steps: u32,
    /// The small instance that it was found on: `WORKERS = 3, ITEMS = 3`; empty for the program as it is.
    pub instance: String,
    /// The line that it points at.
    pub line: Option<u32>,
    /// How it comes about.
    pub explanation: Vec<String>,
    /// Whether it can be loaded into the stepper.
    pub can_replay: bool,
    /// Whether it is loaded now.
    pub is_replayed: bool,
    /// Whether it fails the check, or only says why something else does.
    pub is_failure: bool,
    /// How often ordinary runs meet it: `0 of 2,000 random runs hit this; here it is in 19 steps.` Empty if that is not known.
    pub odds: String,
}

/// The finding in the stepper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReplayView {
    /// The word for it.
    pub verdict: String,
    /// The same in a sentence.
    pub message: String,
    /// The small instance that it was found on; empty for the program as it is.
    pub instance: String,
    /// How many steps its schedule has.
    pub steps: u32,
    /// What to say when the schedule did not fit to its end.
    pub misfit: Option<String>,
}
