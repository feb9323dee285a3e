//! What one step touched, so that a screen can point at it. Owns the collecting; what the step means in words is
//! `explain`'s business.

use std::collections::BTreeSet;

use world::{Event, EventKind, ObjectId, TaskId, WaitReason};

use crate::Timeline;

/// What one step touched.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// The lanes that did something or were done something to.
    pub lanes: BTreeSet<TaskId>,
    /// The objects that were used.
    pub objects: BTreeSet<ObjectId>,
    /// The shared variables that were written.
    pub written: BTreeSet<String>,
    /// The shared variables that were only read.
    pub read: BTreeSet<String>,
    /// Whether something was printed.
    pub console: bool,
}

impl Timeline {
    /// What the step touched.
    #[must_use]
    pub fn changes_of(&self, step: u32) -> Changes {
        let mut changes = Changes::default();
        for event in self.events_of(step) {
            changes.add(&event);
        }
        let written = std::mem::take(&mut changes.written);
        changes.read.retain(|name| !written.contains(name));
        changes.written = written;
        changes
    }
}

impl Changes {
    fn add(&mut self, event: &Event) {
        match &event.kind {
            // These tell about the clock or the run and only carry somebody's number.
            EventKind::ClockMoved { .. }
            | EventKind::RunFinished
            | EventKind::LimitReached { .. }
            | EventKind::Paused => {
                return;
            }
            EventKind::Created { object, .. }
            | EventKind::Acquired { object, .. }
            | EventKind::Queued { object, .. }
            | EventKind::Passed { object, .. }
            | EventKind::Dequeued { object }
            | EventKind::Released { object, .. }
            | EventKind::Sent { object, .. }
            | EventKind::Buffered { object, .. }
            | EventKind::Received { object, .. }
            | EventKind::Closed { object }
            | EventKind::OverRelease { object }
            | EventKind::Leaked { object }
            | EventKind::AtomicSet { object, .. }
            | EventKind::Shown { object, .. }
            | EventKind::RowShown { object, .. }
            | EventKind::RowGone { object, .. }
            | EventKind::Counted { object, .. }
            | EventKind::AtomicGot { object, .. }
            | EventKind::Blocked {
                reason: WaitReason::Object { object, .. },
            } => {
                self.objects.insert(*object);
            }
            EventKind::HandedOff { object, to, .. } => {
                self.objects.insert(*object);
                self.lanes.insert(*to);
            }
            EventKind::Read { name, .. } => {
                self.read.insert(name.clone());
            }
            EventKind::Wrote { name, .. } => {
                self.written.insert(name.clone());
            }
            EventKind::Printed { .. } => self.console = true,
            EventKind::Deadlocked { tasks, .. } => self.lanes.extend(tasks),
            EventKind::CancelRequested { of } => {
                self.lanes.insert(*of);
            }
            EventKind::Spawned { .. }
            | EventKind::Resumed
            | EventKind::Blocked { .. }
            | EventKind::Woken { .. }
            | EventKind::Slept { .. }
            | EventKind::WorkStarted { .. }
            | EventKind::WorkEnded
            | EventKind::SpanStarted { .. }
            | EventKind::SpanEnded
            | EventKind::Finished
            | EventKind::Cancelled
            | EventKind::Failed { .. }
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
            | EventKind::TimerSet { .. }
            | EventKind::CallbackStarted { .. }
            | EventKind::CallbackEnded
            | EventKind::RunFailed { .. } => {}
        }
        self.lanes.insert(event.task);
    }
}

/// The object that an event tells of.
pub(crate) fn object_of(kind: &EventKind) -> Option<ObjectId> {
    match kind {
        EventKind::Created { object, .. }
        | EventKind::Acquired { object, .. }
        | EventKind::Queued { object, .. }
        | EventKind::Passed { object, .. }
        | EventKind::Dequeued { object }
        | EventKind::Released { object, .. }
        | EventKind::HandedOff { object, .. }
        | EventKind::Sent { object, .. }
        | EventKind::Buffered { object, .. }
        | EventKind::Received { object, .. }
        | EventKind::Closed { object }
        | EventKind::OverRelease { object }
        | EventKind::Leaked { object }
        | EventKind::AtomicSet { object, .. }
        | EventKind::Shown { object, .. }
        | EventKind::RowShown { object, .. }
        | EventKind::RowGone { object, .. }
        | EventKind::Counted { object, .. }
        | EventKind::AtomicGot { object, .. }
        | EventKind::Blocked {
            reason: WaitReason::Object { object, .. },
        } => Some(*object),
        _ => None,
    }
}
