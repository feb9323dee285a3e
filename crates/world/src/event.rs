//! What happened: the append-only log that everything above the world is made from.
//!
//! Owns the events and their text form, one line each, which is the same natively and in wasm, byte for byte.
//! Knows no screen: a timeline turns events into lanes, a checker into findings.

use std::fmt;

use clock::Instant;

/// A task, and the row that it has on screen. The main line is task 0; others are numbered as they are made.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct TaskId(pub u32);

/// An object that is drawn: a semaphore, a mutex, a channel. Numbered in the order of their construction.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjectId(pub u32);

/// What kind of object it is, with what it was made with.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ObjectShape {
    /// A counting semaphore.
    Semaphore {
        /// Permits at the start.
        permits: u32,
        /// Whether waiters are served first in, first out by hand-off.
        fair: bool,
    },
    /// A mutual-exclusion lock.
    Mutex {
        /// Whether waiters are served first in, first out by hand-off.
        fair: bool,
        /// Whether its owner may lock it again.
        reentrant: bool,
    },
    /// A channel; `None` is unbounded, 0 a rendezvous.
    Channel {
        /// How many values it buffers.
        capacity: Option<u32>,
    },
    /// An atomic integer.
    AtomicInt {
        /// Its value at the start.
        value: i64,
    },
}

impl ObjectShape {
    /// The name of the class in the learner's language.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match self {
            ObjectShape::Semaphore { .. } => "Semaphore",
            ObjectShape::Mutex { .. } => "Mutex",
            ObjectShape::Channel { .. } => "Channel",
            ObjectShape::AtomicInt { .. } => "AtomicInt",
        }
    }
}

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

/// What happened.
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

    /// An object was constructed.
    Created {
        object: ObjectId,
        name: String,
        shape: ObjectShape,
    },
    /// The task got a permit or the lock; `depth` is how often it holds a re-entrant mutex now.
    Acquired {
        object: ObjectId,
    },
    /// The task queues for a permit, the lock, room or a value; `position` counts from 0.
    Queued {
        object: ObjectId,
        operation: &'static str,
        position: u32,
    },
    /// The task left the queue without getting what it asked for.
    Dequeued {
        object: ObjectId,
    },
    /// The task gave a permit or the lock back.
    Released {
        object: ObjectId,
    },
    /// The permit or lock that was given back went straight to the first waiter `to`, who holds it now.
    HandedOff {
        object: ObjectId,
        to: TaskId,
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

impl fmt::Display for WaitReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            WaitReason::Object { object, operation } => write!(f, "{operation} #{}", object.0),
            WaitReason::Task(task) => write!(f, "task {}", task.0),
            WaitReason::Several { combinator } => write!(f, "{combinator}"),
            WaitReason::Promise => f.write_str("promise"),
            WaitReason::Sleep { until } => write!(f, "sleep until {until}"),
            WaitReason::Turn => f.write_str("turn"),
            WaitReason::Core => f.write_str("core"),
        }
    }
}

impl fmt::Display for Event {
    /// One line: step, time, task, line, then the event: `12 30ms #2 L7 acquired #0`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} #{} L{} {}",
            self.step, self.time, self.task.0, self.line, self.kind
        )
    }
}

impl fmt::Display for EventKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EventKind::Spawned { name, parent, daemon } => {
                write!(f, "spawned {name:?}")?;
                if let Some(parent) = parent {
                    write!(f, " by #{}", parent.0)?;
                }
                if *daemon { f.write_str(" daemon") } else { Ok(()) }
            }
            EventKind::Resumed => f.write_str("resumed"),
            EventKind::Paused => f.write_str("paused"),
            EventKind::Blocked { reason } => write!(f, "blocked on {reason}"),
            EventKind::Woken { by: Some(by) } => write!(f, "woken by #{}", by.0),
            EventKind::Woken { by: None } => f.write_str("woken by the clock"),
            EventKind::Slept { until } => write!(f, "sleeps until {until}"),
            EventKind::WorkStarted { until } => write!(f, "works until {until}"),
            EventKind::WorkEnded => f.write_str("work ended"),
            EventKind::SpanStarted { name } => write!(f, "span {name:?}"),
            EventKind::SpanEnded => f.write_str("span ended"),
            EventKind::Finished => f.write_str("finished"),
            EventKind::Failed { message } => write!(f, "failed {message:?}"),
            EventKind::Created { object, name, shape } => {
                write!(f, "created #{} {name:?} {}", object.0, shape)
            }
            EventKind::Acquired { object } => write!(f, "acquired #{}", object.0),
            EventKind::Queued {
                object,
                operation,
                position,
            } => {
                write!(f, "queued #{} {operation} at {position}", object.0)
            }
            EventKind::Dequeued { object } => write!(f, "dequeued #{}", object.0),
            EventKind::Released { object } => write!(f, "released #{}", object.0),
            EventKind::HandedOff { object, to } => write!(f, "handed off #{} to #{}", object.0, to.0),
            EventKind::Sent { object, value } => write!(f, "sent #{} {value}", object.0),
            EventKind::Received {
                object,
                value,
                from: Some(from),
            } => {
                write!(f, "received #{} {value} from #{}", object.0, from.0)
            }
            EventKind::Received {
                object,
                value,
                from: None,
            } => write!(f, "received #{} {value}", object.0),
            EventKind::Buffered { object, from, value } => {
                write!(f, "buffered #{} {value} from #{}", object.0, from.0)
            }
            EventKind::Closed { object } => write!(f, "closed #{}", object.0),
            EventKind::AtomicSet { object, value } => write!(f, "atomic #{} = {value}", object.0),
            EventKind::AtomicGot { object, value } => write!(f, "atomic #{} is {value}", object.0),
            EventKind::Read { name, value } => write!(f, "read {name} is {value}"),
            EventKind::Wrote { name, value, previous } => write!(f, "wrote {name} = {value} was {previous}"),
            EventKind::LostUpdate {
                name,
                read_line,
                overwritten_by,
                overwritten_line,
            } => write!(
                f,
                "lost update of {name}: read on L{read_line}, overwritten by #{} on L{overwritten_line}",
                overwritten_by.0
            ),
            EventKind::Printed {
                level: ConsoleLevel::Log,
                text,
            } => write!(f, "printed {text:?}"),
            EventKind::Printed {
                level: ConsoleLevel::Error,
                text,
            } => write!(f, "printed to stderr {text:?}"),
            EventKind::TimerSet { until } => write!(f, "timer set for {until}"),
            EventKind::CallbackStarted { name } => write!(f, "callback {name:?}"),
            EventKind::CallbackEnded => f.write_str("callback ended"),
            EventKind::ClockMoved { from } => write!(f, "clock moved from {from}"),
            EventKind::RunFinished => f.write_str("run finished"),
            EventKind::RunFailed {
                failure,
                message,
                stack,
            } => {
                write!(f, "run failed: {failure}: {message:?}")?;
                match stack.as_slice() {
                    [] => Ok(()),
                    calls => write!(f, " at {}", calls.join(" < ")),
                }
            }
            EventKind::Deadlocked { tasks, explanation } => {
                let list: Vec<String> = tasks.iter().map(|task| format!("#{}", task.0)).collect();
                write!(f, "deadlocked {}: {explanation:?}", list.join(" "))
            }
            EventKind::LimitReached { limit } => write!(f, "reached {}", limit.describe()),
        }
    }
}

impl fmt::Display for FailureKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            FailureKind::Assertion => "assertion",
            FailureKind::Always => "always",
            FailureKind::UncaughtError => "uncaught error",
            FailureKind::UnhandledRejection => "unhandled rejection",
        })
    }
}

impl fmt::Display for ObjectShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ObjectShape::Semaphore { permits, fair } => write!(f, "Semaphore permits={permits} fair={fair}"),
            ObjectShape::Mutex { fair, reentrant } => write!(f, "Mutex fair={fair} reentrant={reentrant}"),
            ObjectShape::Channel {
                capacity: Some(capacity),
            } => write!(f, "Channel capacity={capacity}"),
            ObjectShape::Channel { capacity: None } => f.write_str("Channel unbounded"),
            ObjectShape::AtomicInt { value } => write!(f, "AtomicInt value={value}"),
        }
    }
}
