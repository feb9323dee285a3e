//! The controls, the switches, the console, and how a run ended.

use world::{Choice, Granularity, Model, TimeMode};

use timeline::{Axis, ConsoleLine};

use crate::PolicyKind;

/// The machine that the program runs on, as it is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MachineView {
    /// Who may run next.
    pub model: Model,
    /// How much one step of a thread does.
    pub granularity: Granularity,
    /// When timers may fire.
    pub time: TimeMode,
    /// How many tasks may compute at once; `None` is the model's own.
    pub cores: Option<u32>,
    /// Who picks the next task.
    pub policy: PolicyKind,
    /// The seed.
    pub seed: u64,
    /// Whether granularity matters in this model.
    pub has_granularity: bool,
    /// Whether the seed matters under this policy.
    pub has_seed: bool,
}

/// What the run is doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunState {
    /// There is no program yet that compiles.
    Empty,
    /// It waits for the learner.
    Paused,
    /// It runs as fast as it can.
    Running,
    /// It takes steps at the chosen speed.
    Playing,
    /// It was stopped at the limit of steps and can be continued.
    AtLimit,
    /// It has ended, and the cursor is at the end.
    Ended,
}

/// Where the run is, and what can be done.
#[derive(Clone, PartialEq, Debug)]
pub struct RunView {
    /// What it is doing.
    pub state: RunState,
    /// How many steps were taken.
    pub cursor: u32,
    /// How many steps are known: more than were taken after going back.
    pub steps: u32,
    /// Whether there is a step to take.
    pub can_step: bool,
    /// Whether there is a step to take back.
    pub can_back: bool,
    /// Whether the next step is known already: going on repeats what was.
    pub is_redo: bool,
    /// How many choices are open; more than one means that it could go either way here.
    pub open_choices: u32,
    /// Whether the clock may be moved now, and to when: `30 ms`.
    pub clock: ClockView,
    /// What is neither a lane's step nor the clock's and may be decided now.
    pub decisions: Vec<DecisionView>,
    /// What the last step did, in one sentence; what to do, before the first.
    pub sentence: String,
    /// How the run ended, if it has at the cursor.
    pub outcome: Option<OutcomeView>,
    /// What to say at the limit of steps.
    pub limit_note: Option<String>,
    /// Whether the program was edited since, and what is shown belongs to an older text that compiled.
    pub is_stale: bool,
    /// Steps a second when playing.
    pub speed: u32,
    /// What runs from left to right in the lanes.
    pub axis: Axis,
}

/// The virtual clock.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClockView {
    /// The virtual time at the cursor: `30 ms`.
    pub now: String,
    /// Whether the clock may move now.
    pub can_advance: bool,
}

/// One way in which it could go on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DecisionView {
    /// What happens then: `Take "red"`, `Complete disk for A`.
    pub label: String,
    /// To be handed to [`crate::Action::Decide`].
    pub choice: Choice,
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutcomeView {
    /// Well or how badly.
    pub kind: OutcomeKind,
    /// In a few words: `Deadlock`, `Assertion failed`.
    pub title: String,
    /// What happened, in a sentence or the program's own words.
    pub message: String,
    /// More sentences: who waits for what, or the calls that led there.
    pub details: Vec<String>,
    /// The line, if there is one.
    pub line: Option<u32>,
    /// The word of the field for it, if it is a bad end: `Drive::ExplainWord` explains it.
    pub word: Option<&'static str>,
    /// Whether `Continue` raises the limit that was met, and goes on.
    pub can_continue: bool,
}

/// Well or how badly a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OutcomeKind {
    /// Every task has finished.
    Finished,
    /// An `assert` failed or an `always` was false.
    PropertyFailed,
    /// An error was not caught.
    Error,
    /// Nothing can ever happen again.
    Deadlock,
    /// A bound was met.
    Limit,
}

/// The console.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ConsoleView {
    /// How many earlier lines are left out.
    pub left_out: u32,
    /// The last lines, oldest first.
    pub lines: Vec<ConsoleLine>,
    /// How many of them, at the end, were printed by the last step.
    pub fresh: u32,
}
