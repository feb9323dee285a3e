//! The simulated world: tasks, jobs, timers and objects, and the only way to move them.
//!
//! Owns what there is besides one script stack: who exists, who waits for what, what time it is, and the rules of the
//! three models by which all of it moves. A world is plain data; [`World::step`] takes one [`Choice`] and appends
//! [`Event`]s. Never sees source text, threads, a real clock or a screen, and never decides what may go either way:
//! that comes in as the choice.

// What a run is made of, as data.
mod callers;
mod choice;
mod event;
mod limits;
mod log;
mod outcome;
mod setup;

// The state.
mod collect;
mod copy;
mod cores;
mod mention;
mod object;
mod seldom;
mod task;
mod world;

// How it moves.
mod access;
mod calls;
mod cancel;
mod drive;
mod footprint;
mod host;
mod immediate;
mod io;
mod jobs;
mod join;
mod leak;
mod pick;
mod place;
mod promise;
mod property;
mod step;
mod timer;

// How it is looked at.
mod blame;
mod fingerprint;
mod history;
mod inspect;
mod machinery;
mod policy;
mod view;
mod wait_for;
mod waits;
mod watch;

/// What a world runs; whoever makes one needs no other crate.
pub use bytecode::Program;
pub use choice::{Choice, IoId, ParseScheduleError, SCHEDULE_CHOICES_MAX, Schedule};
pub use event::{
    ConsoleLevel, Event, EventKind, FactValue, FailureKind, LimitKind, ObjectId, ObjectShape, PropertyKind, Row, Slots,
    TaskId, WaitReason,
};
pub use fingerprint::Fingerprinter;
pub use footprint::Footprint;
pub use inspect::{Binding, Frame, Held};
pub use leak::Leak;
pub use limits::{Limits, limit_amount};
pub use log::{Detail, Log, StepAccess};
pub use machinery::{Cores, EventLoop, Line, QueuedJob, ScopeTree, Upcoming};
pub use outcome::Outcome;
pub use place::{Extent, Holds, Place};
pub use policy::{Policy, Scheduler};
pub use setup::{Granularity, IoOrder, Model, Setup, TimeMode, UnknownWord};
pub use step::NotEnabled;
pub use view::{TaskState, TaskView, Variable};
/// A place in a world that tasks share.
pub use vm::{Location, Touch};
pub use waits::{Wait, WaitsOn};
pub use watch::{LineEntry, LineWatch};
pub use world::World;
