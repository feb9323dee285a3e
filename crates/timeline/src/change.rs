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
        match touch(&event.kind) {
            Touch::Nobody => return,
            Touch::Own => {}
            Touch::Object(object) => {
                self.objects.insert(object);
            }
            Touch::HandedOver(object, to) => {
                self.objects.insert(object);
                self.lanes.insert(to);
            }
            Touch::Read(name) => {
                self.read.insert(name.to_owned());
            }
            Touch::Wrote(name) => {
                self.written.insert(name.to_owned());
            }
            Touch::Console => self.console = true,
            Touch::Lanes(tasks) => self.lanes.extend(tasks),
        }
        self.lanes.insert(event.task);
    }
}

/// The object that an event tells of.
pub(crate) fn object_of(kind: &EventKind) -> Option<ObjectId> {
    match touch(kind) {
        Touch::Object(object) | Touch::HandedOver(object, _) => Some(object),
        Touch::Nobody | Touch::Own | Touch::Read(_) | Touch::Wrote(_) | Touch::Console | Touch::Lanes(_) => None,
    }
}

/// What an event touches besides the lane that it belongs to.
enum Touch<'a> {
    /// Not even that lane: it tells about the clock or the run and only carries somebody's number.
    Nobody,
    /// Nothing else.
    Own,
    Object(ObjectId),
    HandedOver(ObjectId, TaskId),
    Read(&'a str),
    Wrote(&'a str),
    Console,
    Lanes(&'a [TaskId]),
}

fn touch(kind: &EventKind) -> Touch<'_> {
    match kind {
        EventKind::ClockMoved { .. } | EventKind::RunFinished | EventKind::LimitReached { .. } | EventKind::Paused => {
            Touch::Nobody
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
        } => Touch::Object(*object),
        EventKind::HandedOff { object, to, .. } => Touch::HandedOver(*object, *to),
        EventKind::Read { name, .. } => Touch::Read(name),
        EventKind::Wrote { name, .. } => Touch::Wrote(name),
        EventKind::Printed { .. } => Touch::Console,
        EventKind::Deadlocked { tasks, .. } => Touch::Lanes(tasks),
        EventKind::CancelRequested { of } => Touch::Lanes(std::slice::from_ref(of)),
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
        | EventKind::RunFailed { .. } => Touch::Own,
    }
}
