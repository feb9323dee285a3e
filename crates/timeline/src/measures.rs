//! What a run amounts to in numbers, from its events alone.
//!
//! Owns the [`Meter`], which takes in events one by one and can be read at any time: for each object and for the whole
//! run how many wait, how long, how long it is held, how busy it is, how much gets through; beside that what queueing
//! theory expects. Numbers are over virtual time. It owns no picture and no words but the
//! names of its figures, and never looks at the world.
//!
//! What is measured of an object:
//!
//! | event | counts as |
//! | --- | --- |
//! | `Queued`, or `Acquired` / `Passed` by one that did not queue | an arrival |
//! | `Acquired`, `Passed` | the end of a wait; without `Queued` before it, of one of no length |
//! | `Released` | the end of a hold, and a departure; of what nobody can hold, `Passed` is the departure |
//! | `Dequeued` | a waiter that left without getting what it wanted |
//! | `Sent`, `Buffered`, `Received` | a message that arrives in a channel and leaves it; between them it is lag |

mod durations;
mod figures;
mod gauge;
mod object;
mod queueing;
mod tasks;
#[cfg(test)]
mod tests;

use std::borrow::Borrow;

use clock::{Duration, Instant};
use world::{Event, EventKind, ObjectId};

pub use durations::{Durations, LengthBar};
pub use figures::{Figure, FigureGroup, Unit};
pub use gauge::{Gauge, Point};
pub use object::ObjectMeter;
pub use queueing::{Little, Prediction, erlang_c};
pub use tasks::TaskMeter;

/// Takes in a run, event by event. Copies are as large as the run has waits.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Meter {
    objects: Vec<ObjectMeter>,
    tasks: TaskMeter,
    now: Instant,
    events: u64,
}

impl Meter {
    /// A meter of a run that has not begun.
    #[must_use]
    pub fn new() -> Meter {
        Meter::default()
    }

    /// Takes in what happened next. Events come in the order of the log.
    pub fn extend<E: Borrow<Event>>(&mut self, events: impl IntoIterator<Item = E>) {
        for event in events {
            self.push(event.borrow());
        }
    }

    /// Takes in one more event.
    pub fn push(&mut self, event: &Event) {
        self.now = self.now.max(event.time);
        self.events += 1;
        self.tasks.push(event);
        if let EventKind::Created { object, name, shape } = &event.kind {
            let meter = ObjectMeter::new(*object, name, shape, event.time);
            match self.place(*object) {
                Ok(index) => self.objects[index] = meter,
                Err(index) => self.objects.insert(index, meter),
            }
            return;
        }
        if let Some(object) = object_of(&event.kind)
            && let Ok(index) = self.place(object)
        {
            self.objects[index].push(event);
        }
    }

    fn place(&self, object: ObjectId) -> Result<usize, usize> {
        self.objects.binary_search_by_key(&object, |meter| meter.object)
    }

    /// The objects in the order of their construction.
    #[must_use]
    pub fn objects(&self) -> &[ObjectMeter] {
        &self.objects
    }

    /// The tasks.
    #[must_use]
    pub fn tasks(&self) -> &TaskMeter {
        &self.tasks
    }

    /// The virtual time of the last event.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.now
    }

    /// How many events it has taken in.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.events
    }

    /// All waits for anything.
    #[must_use]
    pub fn waits(&self) -> Durations {
        let mut waits = Durations::default();
        for object in &self.objects {
            waits.extend(&object.wait());
        }
        waits
    }

    /// How often something was counted, over all objects.
    #[must_use]
    pub fn count(&self, what: &str) -> u64 {
        self.objects.iter().map(|object| object.count(what)).sum()
    }
}

/// Something per second of virtual time; `None` while no time has passed.
#[must_use]
pub fn per_second(count: u64, span: Duration) -> Option<f64> {
    (span.0 > 0).then(|| count as f64 * 1e6 / span.0 as f64)
}

/// The object that an event is about, if it changes a measure.
fn object_of(kind: &EventKind) -> Option<ObjectId> {
    match kind {
        EventKind::Acquired { object, .. }
        | EventKind::Queued { object, .. }
        | EventKind::Passed { object, .. }
        | EventKind::Dequeued { object }
        | EventKind::Released { object, .. }
        | EventKind::Sent { object, .. }
        | EventKind::Received { object, .. }
        | EventKind::Buffered { object, .. }
        | EventKind::AtomicSet { object, .. }
        | EventKind::Shown { object, .. }
        | EventKind::Counted { object, .. } => Some(*object),
        EventKind::Created { .. }
        | EventKind::HandedOff { .. }
        | EventKind::RowShown { .. }
        | EventKind::RowGone { .. }
        | EventKind::Closed { .. }
        | EventKind::AtomicGot { .. }
        | EventKind::OverRelease { .. }
        | EventKind::Leaked { .. }
        | EventKind::Spawned { .. }
        | EventKind::Resumed
        | EventKind::Paused
        | EventKind::Blocked { .. }
        | EventKind::Woken { .. }
        | EventKind::Slept { .. }
        | EventKind::WorkStarted { .. }
        | EventKind::WorkEnded
        | EventKind::SpanStarted { .. }
        | EventKind::SpanEnded
        | EventKind::Finished
        | EventKind::CancelRequested { .. }
        | EventKind::Cancelled
        | EventKind::Failed { .. }
        | EventKind::Read { .. }
        | EventKind::Wrote { .. }
        | EventKind::LostUpdate { .. }
        | EventKind::PickOffered { .. }
        | EventKind::Picked { .. }
        | EventKind::CriticalReached { .. }
        | EventKind::CriticalEntered { .. }
        | EventKind::Progressed
        | EventKind::PropertyNamed { .. }
        | EventKind::EventuallyHeld { .. }
        | EventKind::SometimesHeld { .. }
        | EventKind::IoStarted { .. }
        | EventKind::IoCompleted { .. }
        | EventKind::Printed { .. }
        | EventKind::TimerSet { .. }
        | EventKind::CallbackStarted { .. }
        | EventKind::CallbackEnded
        | EventKind::ClockMoved { .. }
        | EventKind::RunFinished
        | EventKind::RunFailed { .. }
        | EventKind::Deadlocked { .. }
        | EventKind::LimitReached { .. } => None,
    }
}
