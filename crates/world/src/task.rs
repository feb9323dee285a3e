//! Tasks and their activities.
//!
//! A task is a lane: the main line, a `spawn`, or an async call that was not awaited on the spot. An activity is one
//! fiber that runs in a lane: the task's own body, a nested async call, or a callback. Owns their records, not the
//! rules by which they run.

use std::collections::VecDeque;
use std::sync::Arc;

use clock::{Duration, Instant};
use vm::{Fiber, ObjectRef, Value};

use crate::cancel::Cancellation;
use crate::io::Io;
use crate::{TaskId, WaitReason};

/// The index of an activity in the world's table.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct ActivityId(pub(crate) u32);

/// What an activity is to its lane.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Role {
    /// The task's own function: when it ends, the task has finished.
    Body,
    /// An async call that the lane awaits (only in `event-loop`, where it needs a fiber of its own).
    Call,
    /// A function handed to `then`, a timer or `queueMicrotask`.
    Callback,
    /// The function of an interval that has not yet come to its end, or to its first wait: then the interval is set again,
    /// for `until`.
    Interval { timer: ObjectRef, until: Instant },
    /// The same, if it is an async function that has not awaited yet and somebody waits for what it returns: that is a
    /// promise, with which `derived` is resolved when the function first stops.
    AsyncCallback { derived: ObjectRef },
    /// The `then` of an object that a promise was resolved with: it settles the promise through the functions that it
    /// gets, and what it returns is nobody's; only an error before that rejects the promise.
    Thenable,
}

/// How an activity goes on.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Status {
    /// It can run: it is new, was preempted, or has been given what it waited for.
    Ready,
    /// It waits for a promise.
    Waiting(ObjectRef),
    /// It computes on a core; a timer ends that.
    Working(Instant),
}

/// One fiber in a lane.
#[derive(PartialEq, Eq, Hash, Debug)]
pub(crate) struct Activity {
    pub(crate) fiber: Fiber,
    pub(crate) lane: TaskId,
    pub(crate) role: Role,
    /// Settled with what the fiber returns or throws.
    pub(crate) promise: Option<ObjectRef>,
    pub(crate) status: Status,
}

/// How far a task is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Progress {
    Going,
    Done,
    Failed,
    /// It ended with the error that it was cancelled with.
    Cancelled,
}

/// One lane.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Task {
    pub(crate) name: Arc<str>,
    /// Of the name, which the program can read: a fingerprint takes it in.
    pub(crate) name_hash: u64,
    pub(crate) is_daemon: bool,
    /// Its own; a lower number is more urgent.
    pub(crate) priority: i32,
    /// Whether it is a call that got a lane of its own: as urgent as whoever waits for what it returns.
    pub(crate) is_call: bool,
    pub(crate) progress: Progress,
    /// The activity that holds the lane between two steps: preempted, cut off, or computing.
    pub(crate) current: Option<ActivityId>,
    /// Other activities that can run when the lane is free, first in, first out (`tasks` and `threads`).
    pub(crate) ready: VecDeque<ActivityId>,
    /// Waits on barging objects that were woken and must ask again when the lane has its turn.
    pub(crate) retries: VecDeque<Retry>,
    /// The body, while it lives; then the call in the lane whose promise it has returned.
    pub(crate) body: Option<ActivityId>,
    /// The `critical` that it takes in its next step, by name, if it stands before one.
    pub(crate) critical: Option<Arc<str>>,
    /// That it was asked to stop, until it is over.
    pub(crate) cancelled: Option<Cancellation>,
    /// What the lane waits for, if its last activity stopped to wait.
    pub(crate) reason: Option<WaitReason>,
    /// Where the lane stood when it last stopped to wait, or came to its end. No line if it is in the middle of something
    /// and its fiber tells: see [`crate::World::place_of_lane`].
    pub(crate) line: u32,
    pub(crate) column: u32,
    /// When it became ready, for the first-in-first-out policy.
    pub(crate) ready_since: u64,
}

/// A wait on a barging object that was woken and must ask again.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Retry {
    pub(crate) object: u32,
    pub(crate) waiter: ObjectRef,
}

/// What a timer does when it fires.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum TimerAction {
    /// Fulfils a promise (`sleep`), or rejects it with an error (a time limit).
    Resolve {
        promise: ObjectRef,
        error: Option<Value>,
        task: TaskId,
    },
    /// Calls a function (`setTimeout`, `setInterval`).
    Call { timer: ObjectRef, task: TaskId },
    /// Tells an object that its deadline is there; `task` waits for it, if anybody does.
    Tick { object: u32, task: Option<TaskId> },
    /// Ends a timed wait on an object without what it asked for; by an error that tells of the limit, if it is `told`.
    GiveUp {
        object: u32,
        waiter: ObjectRef,
        task: TaskId,
        told: Option<Duration>,
    },
    /// Makes the case `case` of a select come true.
    Select {
        promise: ObjectRef,
        case: u32,
        task: TaskId,
    },
    /// Ends a computation.
    EndWork { activity: ActivityId },
    /// Completes what was asked for outside of the program.
    Complete(Io),
}

/// A reaction whose turn has not come.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Job {
    /// Runs a new or suspended activity that is ready.
    Run(ActivityId),
    /// Gives a suspended activity what it awaited, and runs it.
    Settle { activity: ActivityId, outcome: Settled },
    /// Calls a function; its result settles `derived`.
    Call {
        callback: Value,
        this: Value,
        arguments: Vec<Value>,
        derived: Option<ObjectRef>,
        task: TaskId,
    },
    /// Lets a wait on a barging object ask again.
    Retry { retry: Retry, task: TaskId },
    /// Passes an outcome on.
    Pass { promise: ObjectRef, outcome: Settled },
    /// Makes `promise` follow the promise `source`.
    Follow { promise: ObjectRef, source: ObjectRef },
    /// Tells a combinator about one of its promises.
    Aggregate {
        aggregate: ObjectRef,
        index: u32,
        outcome: Settled,
    },
}

/// What became of a promise.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Settled {
    Fulfilled(Value),
    Rejected(Value),
}
