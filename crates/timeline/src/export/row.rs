//! An event in three columns: what happened, to which object or variable, and with what value. Owns the words of the first
//! column, one for every kind of event; sentences are `explain`'s.

use std::collections::BTreeMap;

use world::{Event, EventKind, FailureKind, ObjectId, WaitReason};

use crate::Timeline;

/// The three columns.
pub(super) struct Row {
    pub(super) what: &'static str,
    /// The name of an object or a variable; empty if it is about none.
    pub(super) object: String,
    /// Whatever else is to be said; empty if nothing is.
    pub(super) value: String,
}

/// Tells events by the names that objects and tasks have.
pub(super) struct Teller<'a> {
    timeline: &'a Timeline,
    objects: BTreeMap<ObjectId, String>,
}

fn row(what: &'static str, object: impl Into<String>, value: impl Into<String>) -> Row {
    Row {
        what,
        object: object.into(),
        value: value.into(),
    }
}

impl<'a> Teller<'a> {
    pub(super) fn new(timeline: &'a Timeline) -> Teller<'a> {
        let created = timeline.events().filter_map(|event| match event.kind {
            EventKind::Created { object, name, .. } => Some((object, name)),
            _ => None,
        });
        let mut objects = BTreeMap::new();
        objects.extend(created);
        Teller { timeline, objects }
    }

    fn object(&self, object: ObjectId) -> String {
        let name = self.objects.get(&object);
        name.map_or_else(|| format!("object {}", object.0), String::clone)
    }

    pub(super) fn row(&self, event: &Event) -> Row {
        let kind = &event.kind;
        self.of_task(kind)
            .or_else(|| self.of_holding(kind))
            .or_else(|| self.of_object(kind))
            .unwrap_or_else(|| self.of_run(kind))
    }

    /// What a task does or what is done to it.
    fn of_task(&self, kind: &EventKind) -> Option<Row> {
        let name = |task| self.timeline.name_of(task);
        Some(match kind {
            EventKind::Spawned {
                parent,
                daemon,
                priority,
                ..
            } => {
                let by = parent.map(|parent| format!("by {}", name(parent))).unwrap_or_default();
                let daemon = if *daemon { ", a daemon" } else { "" };
                let priority = match priority {
                    0 => String::new(),
                    priority => format!(", priority {priority}"),
                };
                row("spawned", "", format!("{by}{daemon}{priority}"))
            }
            EventKind::Resumed => row("resumed", "", ""),
            EventKind::Paused => row("paused", "", ""),
            EventKind::Blocked { reason } => {
                let (object, value) = self.reason(reason);
                row("blocked", object, value)
            }
            EventKind::Woken { by } => row("woken", "", by.map_or_else(|| "clock".to_owned(), name)),
            EventKind::Slept { until } => row("sleeps", "", until.to_string()),
            EventKind::WorkStarted { until } => row("works", "", until.to_string()),
            EventKind::WorkEnded => row("worked", "", ""),
            EventKind::SpanStarted { name } => row("call", name, ""),
            EventKind::SpanEnded => row("call ended", "", ""),
            EventKind::CallbackStarted { name } => row("callback", name, ""),
            EventKind::CallbackEnded => row("callback ended", "", ""),
            EventKind::Finished => row("finished", "", ""),
            EventKind::Failed { message } => row("failed", "", message),
            EventKind::CancelRequested { of } => row("asked to stop", "", name(*of)),
            EventKind::Cancelled => row("cancelled", "", ""),
            EventKind::TimerSet { until } => row("timer", "", until.to_string()),
            EventKind::IoStarted { name, until } => {
                row("io", name, until.map(|until| until.to_string()).unwrap_or_default())
            }
            EventKind::IoCompleted { name } => row("io done", name, ""),
            EventKind::Printed { text, .. } => row("printed", "", text),
            EventKind::Read { name, value } => row("read", name, value),
            EventKind::Wrote { name, value, .. } => row("wrote", name, value),
            EventKind::LostUpdate {
                name: variable,
                overwritten_by,
                ..
            } => row("lost update", variable, name(*overwritten_by)),
            _ => return None,
        })
    }

    fn reason(&self, reason: &WaitReason) -> (String, String) {
        match reason {
            WaitReason::Object { object, operation } => (self.object(*object), (*operation).to_owned()),
            WaitReason::Task(task) => (String::new(), self.timeline.name_of(*task)),
            WaitReason::Several { combinator } => (String::new(), (*combinator).to_owned()),
            WaitReason::Promise => (String::new(), "promise".to_owned()),
            WaitReason::Sleep { until } => (String::new(), until.to_string()),
            WaitReason::Turn => (String::new(), "turn".to_owned()),
            WaitReason::Core => (String::new(), "core".to_owned()),
            WaitReason::Io { name } => (name.clone(), "io".to_owned()),
        }
    }

    /// Who takes, waits for and gives back what.
    fn of_holding(&self, kind: &EventKind) -> Option<Row> {
        Some(match kind {
            EventKind::Acquired { object, mode, units } => row("acquired", self.object(*object), held(mode, *units)),
            EventKind::Released { object, mode, units } => row("released", self.object(*object), held(mode, *units)),
            EventKind::HandedOff { object, to, .. } => {
                row("handed off", self.object(*object), self.timeline.name_of(*to))
            }
            EventKind::Queued { object, operation, .. } => row("queued", self.object(*object), *operation),
            EventKind::Dequeued { object } => row("left the queue", self.object(*object), ""),
            EventKind::Passed { object, units } => row("passed", self.object(*object), units.to_string()),
            EventKind::OverRelease { object } => row("released too much", self.object(*object), ""),
            EventKind::Leaked { object } => row("leaked", self.object(*object), ""),
            _ => return None,
        })
    }

    /// What becomes of an object otherwise.
    fn of_object(&self, kind: &EventKind) -> Option<Row> {
        Some(match kind {
            EventKind::Created { object, shape, .. } => row("created", self.object(*object), shape.class),
            EventKind::Shown { object, fact, value } => {
                row("changed", self.object(*object), format!("{fact}: {value}"))
            }
            EventKind::RowShown { object, row: listed } => row("lists", self.object(*object), listed.to_string()),
            EventKind::RowGone { object, key } => row("no longer lists", self.object(*object), key),
            EventKind::Counted { object, what } => row("counted", self.object(*object), *what),
            EventKind::Sent { object, value } => row("sent", self.object(*object), value),
            EventKind::Received { object, value, .. } => row("received", self.object(*object), value),
            EventKind::Buffered { object, value, .. } => row("buffered", self.object(*object), value),
            EventKind::Closed { object } => row("closed", self.object(*object), ""),
            EventKind::AtomicSet { object, value } => row("set", self.object(*object), value.to_string()),
            EventKind::AtomicGot { object, value } => row("got", self.object(*object), value.to_string()),
            _ => return None,
        })
    }

    /// What concerns the run as a whole. The kinds that the others tell are named once more, so that a new one is noticed.
    fn of_run(&self, kind: &EventKind) -> Row {
        match kind {
            EventKind::PickOffered { count } => row("choice open", "", count.to_string()),
            EventKind::Picked { value, .. } => row("chose", "", value),
            EventKind::CriticalReached { name } => row("before critical", name, ""),
            EventKind::CriticalEntered { name } => row("critical", name, ""),
            EventKind::Progressed => row("progress", "", ""),
            EventKind::PropertyNamed { kind, name } => row("states", name, kind.to_string()),
            EventKind::EventuallyHeld { name } => row("now holds", name, "eventually"),
            EventKind::SometimesHeld { name } => row("now holds", name, "sometimes"),
            EventKind::ClockMoved { from } => row("clock moved", "", format!("from {from}")),
            EventKind::RunFinished => row("run finished", "", ""),
            EventKind::RunFailed { failure, message, .. } => row("run failed", failure_word(*failure), message),
            EventKind::Deadlocked { explanation, .. } => row("deadlock", "", explanation),
            EventKind::LimitReached { limit } => row("limit", "", limit.describe()),
            EventKind::Spawned { .. }
            | EventKind::Resumed
            | EventKind::Paused
            | EventKind::Blocked { .. }
            | EventKind::Woken { .. }
            | EventKind::Slept { .. }
            | EventKind::WorkStarted { .. }
            | EventKind::WorkEnded
            | EventKind::SpanStarted { .. }
            | EventKind::SpanEnded
            | EventKind::CallbackStarted { .. }
            | EventKind::CallbackEnded
            | EventKind::Finished
            | EventKind::Failed { .. }
            | EventKind::CancelRequested { .. }
            | EventKind::Cancelled
            | EventKind::TimerSet { .. }
            | EventKind::IoStarted { .. }
            | EventKind::IoCompleted { .. }
            | EventKind::Printed { .. }
            | EventKind::Read { .. }
            | EventKind::Wrote { .. }
            | EventKind::LostUpdate { .. }
            | EventKind::Acquired { .. }
            | EventKind::Released { .. }
            | EventKind::HandedOff { .. }
            | EventKind::Queued { .. }
            | EventKind::Dequeued { .. }
            | EventKind::Passed { .. }
            | EventKind::OverRelease { .. }
            | EventKind::Leaked { .. }
            | EventKind::Created { .. }
            | EventKind::Shown { .. }
            | EventKind::RowShown { .. }
            | EventKind::RowGone { .. }
            | EventKind::Counted { .. }
            | EventKind::Sent { .. }
            | EventKind::Received { .. }
            | EventKind::Buffered { .. }
            | EventKind::Closed { .. }
            | EventKind::AtomicSet { .. }
            | EventKind::AtomicGot { .. } => row("", "", ""),
        }
    }
}

fn held(mode: &str, units: u32) -> String {
    match units {
        1 => mode.to_owned(),
        units => format!("{units} {mode}"),
    }
}

fn failure_word(failure: FailureKind) -> String {
    failure.to_string()
}
