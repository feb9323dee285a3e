//! Taking away what was folded last, so that a run can go another way without being made again from its beginning. Owns how
//! everything is brought to where it was before an event.
//!
//! Most of a fold only grows, and what has grown can be cut. What cannot be read off what is left is kept: the phases that
//! others took the place of, and at some events, the *footholds*, who was running then. A fold goes back to the last
//! foothold before the place, and takes in the few events after it once more.

use std::collections::BTreeMap;

use world::TaskId;

use super::{Fold, Running};
use crate::Lane;
use crate::phases::Stretch;

/// A phase that another took the place of, because no cursor can stand between the two.
#[derive(Clone, Debug)]
pub(super) struct Replaced {
    /// The place of the event that did it.
    pub(super) event: u32,
    pub(super) task: TaskId,
    pub(super) old: Stretch,
    /// Whether the new one became a part of the one before.
    pub(super) is_merged: bool,
}

/// A place to go back to: the first event of a step.
#[derive(Clone, Debug)]
pub(crate) struct Foothold {
    pub(crate) event: u32,
    step: u32,
    running: Option<Running>,
}

impl Fold {
    /// What is needed to come back to where everything stands now, before this event, the first of a step.
    pub(crate) fn foothold(&self, event: u32, step: u32) -> Foothold {
        Foothold {
            event,
            step,
            running: self.running.clone(),
        }
    }

    /// As if everything from a foothold on had never been told.
    pub(crate) fn go_back(&mut self, to: &Foothold) {
        let Foothold { event, step, running } = to;
        self.running.clone_from(running);
        self.handed.clear();
        self.step = step.saturating_sub(1);
        let links = self.links.partition_point(|link| link.to_step < *step);
        self.links.truncate(links);
        let lines = self.console.partition_point(|line| line.step < *step);
        self.console.truncate(lines);
        let flags = self.flags.partition_point(|(_, mark)| mark.event < *event);
        self.flags.truncate(flags);
        if self.ending.as_ref().is_some_and(|(ended, _)| ended >= step) {
            self.ending = None;
        }
        let mut replaced = self.replaced_since(*event);
        let lanes = self.lanes.partition_point(|lane| lane.born <= *step);
        let mut total = 0;
        for (index, lane) in self.lanes.iter_mut().enumerate() {
            // A lane that was not there yet loses everything.
            let first = if index < lanes { *event } else { 0 };
            let replaced = replaced.remove(&lane.task).unwrap_or_default();
            let changes = undo_phases(lane, first, &replaced);
            total += changes;
            self.families.forget(lane.task, changes);
            if index < lanes {
                let marks = lane.marks.partition_point(|mark| mark.event < *event);
                lane.marks.truncate(marks);
                undo_spans(lane, *step, &mut self.open_spans[index]);
            }
        }
        self.census.forget(total);
        self.lanes.truncate(lanes);
        self.open_spans.truncate(lanes);
        self.families.leave(lanes);
    }

    /// The phases that were replaced from an event on, by lane.
    fn replaced_since(&mut self, event: u32) -> BTreeMap<TaskId, Vec<Replaced>> {
        let kept = self.replaced.partition_point(|replaced| replaced.event < event);
        let mut lanes: BTreeMap<TaskId, Vec<Replaced>> = BTreeMap::new();
        for replaced in self.replaced.drain(kept..) {
            lanes.entry(replaced.task).or_default().push(replaced);
        }
        lanes
    }
}

/// Takes the phases away that events from `first` on have started, and brings those back that they replaced. Says how many
/// changes that were. No event starts more than one phase of a lane.
fn undo_phases(lane: &mut Lane, first: u32, replaced: &[Replaced]) -> usize {
    let phases = &mut lane.stretches;
    let mut changes = 0;
    let mut pop_from = |phases: &mut Vec<Stretch>, event: u32| {
        while phases.last().is_some_and(|last| last.event >= event) {
            phases.pop();
            changes += 1;
        }
    };
    for replaced in replaced.iter().rev() {
        pop_from(phases, replaced.event + 1);
        if !replaced.is_merged {
            phases.pop();
        }
        phases.push(replaced.old);
    }
    pop_from(phases, first);
    changes + replaced.len()
}

/// Takes the calls away that began from a step on, and opens those again that ended from there on.
fn undo_spans(lane: &mut Lane, step: u32, open: &mut Vec<u32>) {
    let begun = lane.spans.partition_point(|span| span.start_step < step);
    lane.spans.truncate(begun);
    open.clear();
    for (index, span) in lane.spans.iter_mut().enumerate().rev() {
        if span.end_step.is_none_or(|end| end > step) {
            (span.end_step, span.end_time) = (None, None);
            open.push(u32::try_from(index).unwrap_or(u32::MAX));
        } else if span.depth == 0 {
            // Whatever began before it had ended before it.
            break;
        }
    }
    open.reverse();
}
