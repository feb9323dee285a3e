//! Lanes, objects, variables and events as lists.

use std::rc::Rc;
use std::sync::Arc;

use clock::Instant;
use timeline::{Card, Overview, PhaseKind, Tone};
use world::TaskId;

/// How a lane is, as a word and for painting.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the task states of the design")]
pub enum LaneState {
    Runnable,
    Running,
    Blocked,
    Sleeping,
    Working,
    Done,
    Failed,
    Cancelled,
}

impl LaneState {
    /// How a lane is in such a phase.
    pub(crate) fn of(kind: &PhaseKind) -> LaneState {
        match kind {
            PhaseKind::Ready => LaneState::Runnable,
            PhaseKind::Running => LaneState::Running,
            PhaseKind::Blocked { .. } => LaneState::Blocked,
            PhaseKind::Sleeping { .. } => LaneState::Sleeping,
            PhaseKind::Working { .. } => LaneState::Working,
            PhaseKind::Done => LaneState::Done,
            PhaseKind::Cancelled => LaneState::Cancelled,
            PhaseKind::Failed { .. } => LaneState::Failed,
        }
    }

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            LaneState::Runnable => "ready",
            LaneState::Running => "running",
            LaneState::Blocked => "waiting",
            LaneState::Sleeping => "sleeping",
            LaneState::Working => "working",
            LaneState::Done => "done",
            LaneState::Failed => "failed",
            LaneState::Cancelled => "cancelled",
        }
    }

    /// The tone that the lane's phase has in the picture.
    #[must_use]
    pub fn tone(self) -> Tone {
        match self {
            LaneState::Runnable => Tone::Ready,
            LaneState::Running => Tone::Running,
            LaneState::Blocked => Tone::Blocked,
            LaneState::Sleeping => Tone::Sleeping,
            LaneState::Working => Tone::Working,
            LaneState::Done => Tone::Done,
            LaneState::Failed => Tone::Failed,
            LaneState::Cancelled => Tone::Cancelled,
        }
    }
}

/// A lane.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LaneView {
    /// The task.
    pub task: TaskId,
    /// Its name.
    pub name: String,
    /// The digit that lets it run: the task's own number, as it stands in schedules; none from the tenth on.
    pub key: Option<u8>,
    /// How it is.
    pub state: LaneState,
    /// How it is, in words: `waits for jobs.acquire()`.
    pub status: String,
    /// Whether it can be chosen.
    pub can_run: bool,
    /// Why not, as a sentence.
    pub why_not: Option<String>,
    /// The line on which it stands.
    pub line: Option<u32>,
    /// Whether the last step ran it or did something to it.
    pub is_changed: bool,
    /// Whether the learner looks at it.
    pub is_selected: bool,
}

/// The rows of the lanes: which there are, and what is searched for.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct LookView {
    /// How many lanes are known.
    pub lanes: u32,
    /// How many rows there are: a family of lanes may be one.
    pub rows: u32,
    /// The families in view.
    pub families: Vec<FamilyView>,
    /// Whether there is a family that is shown as one row.
    pub can_open: bool,
    /// Whether there is one that is shown lane by lane.
    pub can_close: bool,
    /// How many lanes are on top.
    pub pinned: u32,
    /// What is searched for, while the search is open.
    pub query: Option<String>,
    /// What the search found, in words; empty while nothing is searched for.
    pub found: String,
    /// What the pointer is on, in words.
    pub tip: Option<TipView>,
    /// The whole run in a strip, once there has been more of it than fits.
    pub overview: Option<Rc<Overview>>,
}

/// What is told of the thing under the pointer.
#[derive(Clone, PartialEq, Debug)]
pub struct TipView {
    /// What it is.
    pub text: String,
    /// Where it begins, in pixels of the rows' area.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
}

/// A family of lanes whose row is in view.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FamilyView {
    /// Its first lane.
    pub first: TaskId,
    /// The names of its first and last lane.
    pub name: String,
    /// How many lanes it has.
    pub count: u32,
    /// Whether they are shown one by one.
    pub is_open: bool,
    /// What they are doing: `2 running, 38 waiting`.
    pub doing: String,
}

/// An object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CardView {
    /// What it is and holds.
    pub card: Arc<Card>,
    /// The last step, if it used the object: what of the card is of that step is new.
    pub changed_in: Option<u32>,
    /// The virtual time if something on the card is a moment of it, else its beginning.
    pub now: Instant,
    /// What the last step did to it, in one sentence; empty if it did nothing.
    pub news: String,
    /// The same in a sentence, for those who cannot see the card.
    pub sentence: String,
}

/// A variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VariableView {
    /// The function that it belongs to; empty for a variable that tasks share.
    pub frame: String,
    /// Its name.
    pub name: String,
    /// Its value in one line.
    pub value: String,
    /// Whether more than one task can reach it.
    pub is_shared: bool,
    /// Who wrote it last.
    pub written_by: Option<TaskId>,
    /// Whether the last step wrote it.
    pub is_written: bool,
    /// Whether the last step read it.
    pub is_read: bool,
}

/// A step as a row of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventRow {
    /// The step, counted from 1 as the learner counts.
    pub step: u32,
    /// The virtual time after it.
    pub time: String,
    /// The lane that took it; empty for the clock.
    pub lane: String,
    /// The line, if there is one.
    pub line: Option<u32>,
    /// What it did.
    pub sentence: String,
}
