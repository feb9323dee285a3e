//! What a lane sees, what it waits for, and what drives it all, for whoever looks closer.

use timeline::WaitGraph;
use world::TaskId;

use crate::{EventColumn, EventRow, SortBy};

/// A lane at the cursor.
#[derive(Clone, PartialEq, Debug)]
pub struct InspectView {
    /// The lane that is looked at; `None` when there is none yet.
    pub lane: Option<TaskId>,
    /// Whether it is the one that ran last and not one that was chosen.
    pub is_followed: bool,
    /// How it is and why it does not go on, in one sentence.
    pub why: String,
    /// Its calls, innermost first.
    pub frames: Vec<FrameView>,
    /// Who waits for whom, of all lanes.
    pub waits: WaitsView,
}

/// A call.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FrameView {
    /// The function.
    pub function: String,
    /// The line on which it stands.
    pub line: Option<u32>,
    /// Its variables and what of them is open, from top to bottom.
    pub rows: Vec<ValueRow>,
}

/// A variable, or a part of one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ValueRow {
    /// What tells it from other rows, and what opens it.
    pub path: String,
    /// How deep it lies.
    pub depth: u32,
    /// What it is called.
    pub name: String,
    /// What it is, in one line.
    pub value: String,
    /// Whether it is open; `None` if there is nothing to open.
    pub is_open: Option<bool>,
    /// Whether other lanes can reach the variable.
    pub is_shared: bool,
    /// Where the same object stands already, by a path that a learner would write; whatever is in it is shown there.
    pub same_as: Option<String>,
    /// What changed it, if something has since the lane ran last: `B changed it in step 12`.
    pub changed: Option<ChangeView>,
}

/// A change of a value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangeView {
    /// In a few words.
    pub text: String,
    /// Whether somebody else did it behind the lane's back.
    pub is_by_another: bool,
}

/// The wait-for graph.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct WaitsView {
    /// The picture.
    pub graph: WaitGraph,
    /// The same as sentences, one for each lane that waits.
    pub sentences: Vec<String>,
    /// What is to be said of those that wait for one another.
    pub cycles: Vec<String>,
    /// How many waits are left out of the picture.
    pub left_out: u32,
}

/// What drives the lanes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SystemView {
    /// The event loop, in its model.
    pub event_loop: Option<LoopView>,
    /// The cores, where their number matters.
    pub cores: Option<CoresView>,
    /// The scopes, each below the one that it is in.
    pub scopes: Vec<ScopeRow>,
}

/// The event loop.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LoopView {
    /// The functions that are in the middle of something, innermost first.
    pub stack: Vec<String>,
    /// What comes before the microtasks or after them: `process.nextTick`.
    pub ticks: QueueView,
    /// The microtasks.
    pub microtasks: QueueView,
    /// What `setImmediate` was given.
    pub immediates: QueueView,
    /// The timers.
    pub timers: QueueView,
    /// What is under way outside of the program.
    pub outside: QueueView,
    /// What the loop takes next, in a sentence.
    pub next: String,
}

/// What waits for its turn, first in line first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct QueueView {
    /// The first of them.
    pub entries: Vec<QueuedView>,
    /// How many more there are.
    pub more: u32,
    /// Whether the first of them is what comes next.
    pub is_next: bool,
}

/// Something that waits for its turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueuedView {
    /// What it does.
    pub what: String,
    /// Whose it is.
    pub lane: Option<TaskId>,
    /// What is left until then: `20 ms`.
    pub left: Option<String>,
}

/// The cores.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CoresView {
    /// Who is on each core, and what is left of its work; `None` is an idle core.
    pub cores: Vec<Option<(TaskId, String)>>,
    /// Who could run, in order.
    pub ready: Vec<TaskId>,
}

/// A scope.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScopeRow {
    /// In how many others it is.
    pub depth: u32,
    /// Its name.
    pub name: String,
    /// Whether it was aborted.
    pub is_aborted: bool,
    /// Who made it.
    pub owner: TaskId,
    /// Its children.
    pub children: Vec<TaskId>,
}

/// A window into the table of events.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventsView {
    /// How many rows the table has.
    pub total: u32,
    /// The place of the first row that is here.
    pub first: u32,
    /// The rows, in the order of the table.
    pub rows: Vec<EventRow>,
    /// How it is sorted.
    pub by: SortBy<EventColumn>,
}
