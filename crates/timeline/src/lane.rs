//! What a lane is made of: phases, spans, marks and links. Owns the shapes, and which word each has; how events become
//! phases is `fold`'s business, where they lie on a screen `scene`'s.

use std::sync::Arc;

use clock::Instant;
use world::{ConsoleLevel, FailureKind, ObjectId, TaskId};

use crate::phases::Stretch;
use crate::texts::{fill, lanes as words};
use crate::{Pattern, Tone};

/// One task's row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lane {
    /// The task.
    pub task: TaskId,
    /// The name that it was given.
    pub name: String,
    /// Who spawned it; `None` for the main line.
    pub parent: Option<TaskId>,
    /// Whether the run may end without it.
    pub is_daemon: bool,
    /// The boundary at which it appears.
    pub born: u32,
    // Invariant: never empty. Each starts at the boundary at which the one before it ends, and the last is open.
    /// What it did, in order and without gaps: see [`crate::Timeline::phases`].
    pub(crate) stretches: Vec<Stretch>,
    /// The nested awaited calls and callbacks, in order of their start.
    pub spans: Vec<Span>,
    /// What happened in it, in order.
    pub marks: Vec<Mark>,
}

impl Lane {
    /// The phase that holds the step after a boundary, as an index; `None` before the lane exists.
    #[must_use]
    pub fn phase_at(&self, boundary: u32) -> Option<usize> {
        let after = self.stretches.partition_point(|phase| phase.start_step <= boundary);
        after.checked_sub(1)
    }

    /// How what it does from a boundary on is drawn; `None` before the lane exists.
    pub(crate) fn look_at(&self, boundary: u32) -> Option<(Tone, Pattern)> {
        self.phase_at(boundary).map(|index| self.stretches[index].look())
    }
}

/// A stretch of a lane.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Phase {
    /// What the task is doing.
    pub kind: PhaseKind,
    /// The boundary at which it starts.
    pub start_step: u32,
    /// The boundary at which it ends; `None` while it lasts.
    pub end_step: Option<u32>,
    /// The virtual time at its start.
    pub start_time: Instant,
    /// The virtual time at its end; `None` while it lasts.
    pub end_time: Option<Instant>,
}

/// What a task is doing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PhaseKind {
    /// It could run but another runs.
    Ready,
    /// It runs.
    Running,
    /// It waits for something that another task or the outside has to do.
    Blocked {
        /// What it waits for, in words: `jobs.acquire()`, `task B`.
        reason: Arc<str>,
        /// The object, if it waits for one.
        object: Option<ObjectId>,
    },
    /// It waits for the clock.
    Sleeping {
        /// When it is woken.
        until: Instant,
    },
    /// It holds a core and computes.
    Working {
        /// When it is done computing.
        until: Instant,
    },
    /// Its function returned.
    Done,
    /// It was asked to stop and did.
    Cancelled,
    /// Its function threw.
    Failed {
        /// The error in one line.
        message: Arc<str>,
    },
}

impl PhaseKind {
    /// The task state as the design names it.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            PhaseKind::Ready => "runnable",
            PhaseKind::Running => "running",
            PhaseKind::Blocked { .. } => "blocked",
            PhaseKind::Sleeping { .. } => "sleeping",
            PhaseKind::Working { .. } => "working",
            PhaseKind::Done => "done",
            PhaseKind::Cancelled => "cancelled",
            PhaseKind::Failed { .. } => "failed",
        }
    }

    /// What is written on the phase: short, and different for every kind.
    #[must_use]
    pub fn label(&self) -> String {
        match self {
            PhaseKind::Ready => words::READY.to_owned(),
            PhaseKind::Running => words::RUNS.to_owned(),
            PhaseKind::Blocked { reason, .. } => fill(words::WAITS_FOR, &[&reason]),
            PhaseKind::Sleeping { until } => fill(words::SLEEPS_UNTIL, &[&until]),
            PhaseKind::Working { until } => fill(words::WORKS_UNTIL, &[&until]),
            PhaseKind::Done => words::DONE.to_owned(),
            PhaseKind::Cancelled => words::CANCELLED.to_owned(),
            PhaseKind::Failed { message } => fill(words::FAILED, &[&message]),
        }
    }
}

/// A nested activity inside a lane: an awaited call or a callback.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// The function's name.
    pub name: Arc<str>,
    /// How many spans it lies in.
    pub depth: u32,
    /// The boundary at which it starts.
    pub start_step: u32,
    /// The boundary at which it ends; `None` while it lasts.
    pub end_step: Option<u32>,
    /// The virtual time at its start.
    pub start_time: Instant,
    /// The virtual time at its end; `None` while it lasts.
    pub end_time: Option<Instant>,
}

/// An instant on a lane.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The step in which it happened.
    pub step: u32,
    /// The virtual time.
    pub time: Instant,
    /// The line of the program, 0 if there is none.
    pub line: u32,
    /// What happened.
    pub kind: MarkKind,
    /// Its event's place in the log.
    pub event: u32,
}

/// What a mark stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum MarkKind {
    /// A shared variable was read.
    Read,
    /// A shared variable was written.
    Wrote,
    /// A write threw another task's write away.
    LostUpdate,
    /// A console line.
    Console(ConsoleLevel),
    /// An object was constructed.
    Created,
    /// A permit or lock was taken or given back, or an atomic integer was used.
    Object,
    /// A value went into or came out of a channel.
    Message,
    /// The task's function threw.
    Error,
    /// The run ended here, badly.
    Failure(FailureKind),
}

impl MarkKind {
    /// Whether something went wrong there, so that it is shown from afar.
    #[must_use]
    pub fn is_flag(self) -> bool {
        match self {
            MarkKind::LostUpdate | MarkKind::Error | MarkKind::Failure(_) => true,
            MarkKind::Read
            | MarkKind::Wrote
            | MarkKind::Console(_)
            | MarkKind::Created
            | MarkKind::Object
            | MarkKind::Message => false,
        }
    }
}

/// An arrow from one lane to another.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Link {
    /// What it means.
    pub kind: LinkKind,
    /// The lane that caused it.
    pub from: TaskId,
    /// The step in which that lane did.
    pub from_step: u32,
    /// The virtual time of that step.
    pub from_time: Instant,
    /// The lane that felt it.
    pub to: TaskId,
    /// The step in which it did.
    pub to_step: u32,
    /// The virtual time of that step.
    pub to_time: Instant,
}

/// What an arrow means.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LinkKind {
    /// One made the other.
    Spawned,
    /// One's operation let the other go on.
    Woke,
    /// A permit or lock went straight from one to the other.
    HandedOff,
    /// A value went from one to the other.
    Message,
    /// One overwrote what the other had written.
    Overwrote,
}
