//! What happened: the append-only log that everything above the world is made from.
//!
//! Owns the events; their text form is next door.
//! Knows no screen: a timeline turns events into lanes, a checker into findings.

mod shape;
mod text;

use clock::Instant;

pub use shape::{FactValue, ObjectShape, Row, Slots};

/// A task, and the row that it has on screen. The main line is task 0; others are numbered as they are made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TaskId(pub u32);

/// An object that is drawn: a semaphore, a mutex, a channel. Numbered in the order of their construction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjectId(pub u32);

/// What a task waits for.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum WaitReason {
    /// A permit, a lock, room or a value of an object.
    Object {
        /// The object.
        object: ObjectId,
        /// What was asked of it: `acquire`, `lock`, `send` or `receive`.
        operation: &'static str,
    },
    /// Another task's end.
    Task(TaskId),
    /// Several tasks or promises at once (`Promise.all` and its kin).
    Several {
        /// The combinator's name, `Promise.all` for instance.
        combinator: &'static str,
    },
    /// A promise that something else settles.
    Promise,
    /// The clock.
    Sleep {
        /// When the deadline is.
        until: Instant,
    },
    /// Nothing: the promise is settled already, or the task yielded, and it goes on when it is scheduled.
    Turn,
    /// A free core, before it can compute.
    Core,
    /// Something outside of the program that `io` stands for.
    Io {
        /// What it was called.
        name: String,
    },
}

/// How a console line was written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ConsoleLevel {
    /// `console.log`, `console.info`, `console.debug`: standard output.
    Log,
    /// `console.warn`, `console.error`: standard error.
    Error,
}

/// Why a run ended badly.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FailureKind {
    /// An `assert` failed.
    Assertion,
    /// A condition given to `always` was false.
    Always,
    /// An error that nobody caught.
    UncaughtError,
    /// A promise was rejected and nobody handled it.
    UnhandledRejection,
    /// Two tasks stood before the same `critical`.
    Breach,
    /// The run is complete and a condition given to `eventually` was never true.
    Eventually,
    /// Nobody caught the error of giving back what was not held.
    OverRelease,
}

/// What is claimed of a condition.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum PropertyKind {
    /// It holds in every state.
    Always,
    /// It holds at some time on every complete run.
    Eventually,
    /// It holds in at least one reachable state.
    Sometimes,
}

/// Which bound a run met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "named for the fields of `Limits`")]
pub enum LimitKind {
    HeapBytes,
    TextLen,
    ArrayLen,
    RegExpSteps,
    Tasks,
    Timers,
    ConsoleLines,
}

impl LimitKind {
    /// The limit in words.
    #[must_use]
    pub fn describe(self) -> &'static str {
        match self {
            LimitKind::HeapBytes => "the heap limit",
            LimitKind::TextLen => "the limit of a string's length",
            LimitKind::ArrayLen => "the limit of an array's length",
            LimitKind::RegExpSteps => "the limit of steps of a regular expression",
            LimitKind::Tasks => "the limit of tasks",
            LimitKind::Timers => "the limit of waiting timers",
            LimitKind::ConsoleLines => "the limit of console lines",
        }
    }
}

/// Something that happened.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Event {
    /// The step in which it happened, counted from 0: the index of the choice that led to it.
    pub step: u32,
    /// The virtual time.
    pub time: Instant,
    /// The task that it happened to or that did it.
    pub task: TaskId,
    /// The line of the learner's program, 0 if there is none.
    pub line: u32,
    /// What it was.
    pub kind: EventKind,
}

/// What happened. There may be a million of them, so what is large and rare in them lies elsewhere.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
#[allow(
    missing_docs,
    reason = "fields are named for what they hold; each variant says when it is emitted"
)]
pub enum EventKind {
    /// A task exists now and is runnable; `parent` made it.
    Spawned {
        name: String,
        parent: Option<TaskId>,
        daemon: bool,
        /// Lower is more urgent; 0 if the program says nothing.
        priority: i32,
    },
    /// The task runs (first event of its step, only when it did not run in the step before).
    Resumed,
    /// The task stopped at the end of its step but could go on (it was preempted or yielded).
    Paused,
    /// The task cannot go on until something happens.
    Blocked {
        reason: WaitReason,
    },
    /// The task can go on; `by` is the task whose operation did it, `None` for the clock.
    Woken {
        by: Option<TaskId>,
    },
    /// The task sleeps; it is woken at `until`.
    Slept {
        until: Instant,
    },
    /// The task computes on a core until `until`.
    WorkStarted {
        until: Instant,
    },
    /// The task no longer computes.
    WorkEnded,
    /// A nested awaited call began or ended in this lane (the span of `await f()`).
    SpanStarted {
        name: String,
    },
    SpanEnded,
    /// The task's function returned.
    Finished,
    /// The task's function threw.
    Failed {
        message: String,
    },
    /// The task asked the task `of` to stop.
    CancelRequested {
        of: TaskId,
    },
    /// The task's function ended with the error that it was cancelled with, or will never begin.
    Cancelled,

    /// An object was constructed.
    Created {
        object: ObjectId,
        name: String,
        shape: Box<ObjectShape>,
    },
    /// The task holds `units` more of the object from here on; `mode` says as what: `permit`, `lock`, `read`, `write`,
    /// `connection`, `slot`.
    Acquired {
        object: ObjectId,
        mode: &'static str,
        units: u32,
    },
    /// The task queues for `units` of it, for room or for a value; `position` counts from 0.
    Queued {
        object: ObjectId,
        operation: &'static str,
        units: u32,
        position: u32,
    },
    /// The task got what it asked for, which nobody can hold: a latch is open, a limiter lets it through.
    Passed {
        object: ObjectId,
        units: u32,
    },
    /// The task left the queue without getting what it asked for.
    Dequeued {
        object: ObjectId,
    },
    /// The task gave `units` of what it held as `mode` back.
    Released {
        object: ObjectId,
        mode: &'static str,
        units: u32,
    },
    /// What was given back went straight to the waiter `to`. That `to` holds it is told by the `Acquired` that follows.
    HandedOff {
        object: ObjectId,
        to: TaskId,
        mode: &'static str,
        units: u32,
    },
    /// Something that is true of the object has changed, or is told for the first time.
    Shown {
        object: ObjectId,
        fact: &'static str,
        value: FactValue,
    },
    /// One of the things that the object lists is new or has changed.
    RowShown {
        object: ObjectId,
        row: Box<Row>,
    },
    /// The object no longer lists what has this key.
    RowGone {
        object: ObjectId,
        key: String,
    },
    /// Something happened to the object that is counted: `hit`, `miss`, `rejected`, `retry`.
    Counted {
        object: ObjectId,
        what: &'static str,
    },
    /// A value went into the channel's buffer.
    Sent {
        object: ObjectId,
        value: String,
    },
    /// A value came out of the channel; `from` is the sender if it went hand to hand.
    Received {
        object: ObjectId,
        value: String,
        from: Option<TaskId>,
    },
    /// A blocked sender's value moved into the buffer.
    Buffered {
        object: ObjectId,
        from: TaskId,
        value: String,
    },
    /// The channel was closed.
    Closed {
        object: ObjectId,
    },
    /// An atomic integer changed or was read.
    AtomicSet {
        object: ObjectId,
        value: i64,
    },
    AtomicGot {
        object: ObjectId,
        value: i64,
    },

    /// A shared variable or property was read.
    Read {
        name: String,
        value: String,
    },
    /// A shared variable or property was written.
    Wrote {
        name: String,
        value: String,
        previous: String,
    },
    /// The write just before overwrote what another task had written since this task's read on `read_line`.
    LostUpdate {
        name: String,
        read_line: u32,
        overwritten_by: TaskId,
        overwritten_line: u32,
    },

    /// The task gave back a lock that it does not hold, or a permit too many. An error follows.
    OverRelease {
        object: ObjectId,
    },
    /// The run is over and the task still holds the object; it took it on the line of the event.
    Leaked {
        object: ObjectId,
    },

    /// The program left something open, one of `count`: the next choice says which.
    PickOffered {
        count: u32,
    },
    /// The `pick`th of what was open was taken, counted from 0; `value` is what the program got.
    Picked {
        pick: u32,
        value: String,
    },
    /// The task is about to take a `critical` of this name, empty if it has none, in its next step.
    CriticalReached {
        name: String,
    },
    /// The task took a `critical`.
    CriticalEntered {
        name: String,
    },
    /// Useful work was done.
    Progressed,
    /// A property was stated.
    PropertyNamed {
        kind: PropertyKind,
        name: String,
    },
    /// A condition given to `eventually` is true for the first time in this run.
    EventuallyHeld {
        name: String,
    },
    /// A condition given to `sometimes` is true for the first time in this run.
    SometimesHeld {
        name: String,
    },
    /// The task asked for something outside of the program; `until` says when it is done, if that is settled.
    IoStarted {
        name: String,
        until: Option<Instant>,
    },
    /// What the task had asked for outside of the program is done.
    IoCompleted {
        name: String,
    },

    /// A console line.
    Printed {
        level: ConsoleLevel,
        text: String,
    },
    /// A timer was set: `delay` after now.
    TimerSet {
        until: Instant,
    },
    /// A callback of this lane (timer, `then`) began or ended.
    CallbackStarted {
        name: String,
    },
    CallbackEnded,
    /// The clock moved to the event's time.
    ClockMoved {
        from: Instant,
    },

    /// The run ended well: every task that is no daemon has finished.
    RunFinished,
    /// The run ended badly.
    RunFailed {
        failure: FailureKind,
        message: String,
        /// The calls that led there and those that await them, innermost first.
        stack: Vec<String>,
    },
    /// Nothing can ever happen again, and these tasks have not finished.
    Deadlocked {
        tasks: Vec<TaskId>,
        explanation: String,
    },
    /// The run met a bound.
    LimitReached {
        limit: LimitKind,
    },
}
