//! Where a run stops on its way: breakpoints on lines and on objects. Owns deciding whether a step comes by one, and
//! whether the run has to stop before the step or after it.

use std::collections::{BTreeMap, BTreeSet};

use timeline::Moment;
use world::{Choice, EventKind, LineEntry, ObjectId, TaskId, WaitReason};

use super::Run;
use crate::ObjectStop;

/// The breakpoints.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Stops {
    /// Counted from 1.
    pub(crate) lines: BTreeSet<u32>,
    /// By the names of the objects: their numbers depend on who made his first.
    pub(crate) objects: BTreeMap<String, ObjectStop>,
}

/// Why a run stopped on its way.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Stop {
    /// The next step runs this line.
    Before { task: TaskId, line: u32 },
    /// The task has come to this line.
    At { task: TaskId, line: u32 },
    /// The last step changed this object.
    Changed(String),
    /// Since the last step this task waits for this object.
    Blocked { task: TaskId, name: String },
}

impl Stops {
    /// Whether there is anything to look for.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.objects.is_empty()
    }

    /// What a step would come by.
    pub(crate) fn entries(&self, run: &Run, choice: Choice) -> Vec<LineEntry> {
        if self.lines.is_empty() {
            return Vec::new();
        }
        run.entries_of(choice, self.lines.iter().copied())
    }

    /// Why to stop after the last step, given what it came by.
    pub(crate) fn after(&self, run: &Run, entries: &[LineEntry]) -> Option<Stop> {
        let ahead = entries.iter().find(|entry| entry.is_ahead);
        if let Some(&LineEntry { task, line, .. }) = ahead {
            return Some(Stop::At { task, line });
        }
        self.at_object(run, run.cursor().checked_sub(1)?)
    }

    /// Why to stop because of what a known step did to an object.
    pub(crate) fn at_object(&self, run: &Run, step: u32) -> Option<Stop> {
        if self.objects.is_empty() {
            return None;
        }
        let timeline = run.timeline();
        let moment = timeline.moment_at(step.saturating_add(1));
        let blocked = timeline.events_of(step).iter().find_map(|event| {
            let object = waited_for(&event.kind)?;
            let name = self.watched(&moment, object, ObjectStop::Blocked)?;
            Some(Stop::Blocked { task: event.task, name })
        });
        let changed = || {
            let changes = timeline.changes_of(step);
            let mut used = changes.objects.iter();
            used.find_map(|&object| self.watched(&moment, object, ObjectStop::Changed))
                .map(Stop::Changed)
        };
        blocked.or_else(changed)
    }

    fn watched(&self, moment: &Moment, object: ObjectId, stop: ObjectStop) -> Option<String> {
        let name = moment.name_of(object);
        (self.objects.get(&name) == Some(&stop)).then_some(name)
    }
}

/// The entry that has to be stopped before, if there is one: what it does would be over after the step.
pub(crate) fn stop_before(entries: &[LineEntry]) -> Option<Stop> {
    let &LineEntry { task, line, .. } = entries.iter().find(|entry| !entry.is_ahead)?;
    Some(Stop::Before { task, line })
}

fn waited_for(kind: &EventKind) -> Option<ObjectId> {
    let EventKind::Blocked {
        reason: WaitReason::Object { object, .. },
    } = kind
    else {
        return None;
    };
    Some(*object)
}
