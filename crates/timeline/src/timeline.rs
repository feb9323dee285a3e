//! The whole run as a picture sees it. Owns the event log, the lanes made from it, and what is kept along it so that any
//! cursor is reached by a few thousand events at most. Decides no layout.

use std::borrow::Borrow;

use clock::Instant;
use world::{Event, FailureKind, LimitKind, TaskId};

use crate::fold::{Fold, Foothold};
use crate::moments::Moments;
use crate::record::Record;
use crate::texts::{fill, names};
use crate::{ConsoleLine, Events, Family, Lane, Link, Moment, PhaseKind, Phases};

/// After how many events there is another place to cut from.
const FOOTHOLD_EVERY: usize = 1_024;

/// How a run ended, as its events tell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Ending {
    /// Well.
    Finished,
    /// A property failed or an error was not caught.
    Failed {
        /// Which of them.
        failure: FailureKind,
        /// Why, in the program's words.
        message: String,
    },
    /// Nothing can ever happen again.
    Deadlocked {
        /// Who waits for ever.
        tasks: Vec<TaskId>,
        /// Who waits for what, held by whom.
        explanation: String,
    },
    /// The run met a bound.
    Limit(LimitKind),
}

/// A run, from its beginning to the last step that is known. The cursor is not part of it: a run that was stepped back
/// keeps its future until [`Timeline::cut`].
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    record: Record,
    pub(crate) fold: Fold,
    moments: Moments,
    latest: Moment,
    /// In order, none of them before the first step.
    footholds: Vec<Foothold>,
}

impl Timeline {
    /// A run of which nothing is known.
    #[must_use]
    pub fn new() -> Timeline {
        Timeline::default()
    }

    /// Appends what happened next. Events come in the order of the log.
    pub fn extend<E: Borrow<Event>>(&mut self, events: impl IntoIterator<Item = E>) {
        for event in events {
            self.push(event.borrow());
        }
    }

    fn push(&mut self, event: &Event) {
        let count = self.record.len();
        self.moments.note(count, &self.latest);
        let index = u32::try_from(count).unwrap_or(u32::MAX);
        let last = self.footholds.last().map_or(0, |foothold| foothold.event as usize);
        let is_first_of_step = self.record.last_step().is_some_and(|step| step < event.step);
        if count >= last + FOOTHOLD_EVERY && is_first_of_step {
            self.footholds.push(self.fold.foothold(index, event.step));
        }
        self.fold.push(event, index, &self.latest);
        self.latest.apply(event);
        self.record.push(event);
    }

    /// Forgets everything after the first `cursor` steps, as if it had never been told. Costs what is forgotten and how many
    /// lanes there are, not what is kept.
    pub fn cut(&mut self, cursor: u32) {
        let end = self.event_count_at(cursor);
        if end == self.record.len() {
            return;
        }
        while self
            .footholds
            .last()
            .is_some_and(|foothold| foothold.event as usize > end)
        {
            self.footholds.pop();
        }
        let Some(foothold) = self.footholds.last().cloned() else {
            let kept: Vec<Event> = self.record.between(0, end).collect();
            *self = Timeline::new();
            return self.extend(&kept);
        };
        let start = foothold.event as usize;
        let again: Vec<Event> = self.record.between(start, end).collect();
        self.latest = self.moment_after(start);
        self.fold.go_back(&foothold);
        self.moments.cut(start);
        self.record.truncate(start);
        self.extend(&again);
    }

    /// Every event, in order.
    #[must_use]
    pub fn events(&self) -> Events<'_> {
        self.record.between(0, self.record.len())
    }

    /// The events from one place in the log to another.
    #[must_use]
    pub fn events_between(&self, start: usize, end: usize) -> Events<'_> {
        self.record.between(start, end)
    }

    /// The event at a place in the log.
    #[must_use]
    pub fn event(&self, index: usize) -> Option<Event> {
        self.record.between(index, index.saturating_add(1)).next()
    }

    /// How many events there are.
    #[must_use]
    pub fn event_count(&self) -> usize {
        self.record.len()
    }

    /// How many events belong to the first `cursor` steps. What the making of the world told belongs to no step.
    #[must_use]
    pub fn event_count_at(&self, cursor: u32) -> usize {
        self.record.count_before(cursor).max(self.record.made())
    }

    /// The events of one step.
    #[must_use]
    pub fn events_of(&self, step: u32) -> Vec<Event> {
        let start = self.event_count_at(step);
        let events = self.record.between(start, self.record.len());
        events.take_while(|event| event.step == step).collect()
    }

    /// One past the last step that told something.
    #[must_use]
    pub fn step_count(&self) -> u32 {
        self.record.boundary_after_last()
    }

    /// The time of the last event.
    #[must_use]
    pub fn last_time(&self) -> Instant {
        self.record.last_time().unwrap_or(Instant::ZERO)
    }

    /// The boundary after everything that happened before a time, in microseconds.
    pub(crate) fn boundary_before(&self, time: f64) -> u32 {
        self.record.boundary_before(time)
    }

    /// What a lane did.
    #[must_use]
    pub fn phases<'a>(&'a self, lane: &'a Lane) -> Phases<'a> {
        Phases::new(&self.fold.kinds, lane)
    }

    /// What a task is doing at a cursor; `None` before its lane exists.
    #[must_use]
    pub fn state_at(&self, task: TaskId, cursor: u32) -> Option<PhaseKind> {
        let lane = self.lane(task)?;
        let phase = lane.stretches[lane.phase_at(cursor)?];
        // A step that starts at the cursor has not been taken yet; whoever takes it next was ready for it.
        let is_ahead = phase.is_running() && phase.start_step == cursor;
        Some(if is_ahead {
            PhaseKind::Ready
        } else {
            self.fold.kinds.of(phase)
        })
    }

    /// The lanes in the order of their tasks' numbers, which never changes.
    #[must_use]
    pub fn lanes(&self) -> &[Lane] {
        &self.fold.lanes
    }

    /// One lane.
    #[must_use]
    pub fn lane(&self, task: TaskId) -> Option<&Lane> {
        self.fold.lanes.get(task.0 as usize)
    }

    /// The lanes by likeness of their names, in the order of their numbers: every lane is in one family.
    #[must_use]
    pub fn families(&self) -> &[Family] {
        self.fold.families.list()
    }

    /// The family that a lane belongs to.
    #[must_use]
    pub fn family_of(&self, task: TaskId) -> Option<&Family> {
        self.fold.families.of(task)
    }

    /// The name of a task, also of one that was never announced.
    #[must_use]
    pub fn name_of(&self, task: TaskId) -> String {
        self.lane(task)
            .map_or_else(|| fill(names::TASK, &[&task.0]), |lane| lane.name.clone())
    }

    /// The arrows in the order of the steps that they end in.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.fold.links
    }

    /// The whole console; see [`Timeline::console_at`].
    #[must_use]
    pub fn console(&self) -> &[ConsoleLine] {
        &self.fold.console
    }

    /// What was printed in the first `cursor` steps.
    #[must_use]
    pub fn console_at(&self, cursor: u32) -> &[ConsoleLine] {
        let end = self.fold.console.partition_point(|line| line.step < cursor);
        &self.fold.console[..end]
    }

    /// How the run ended, if it has and that lies within the first `cursor` steps.
    #[must_use]
    pub fn ending_at(&self, cursor: u32) -> Option<&Ending> {
        self.fold
            .ending
            .as_ref()
            .filter(|(step, _)| *step < cursor)
            .map(|(_, ending)| ending)
    }

    /// The virtual time at a cursor.
    #[must_use]
    pub fn time_at(&self, cursor: u32) -> Instant {
        self.record.time_at(cursor)
    }

    /// Objects and variables after the first `cursor` steps.
    #[must_use]
    pub fn moment_at(&self, cursor: u32) -> Moment {
        self.moment_after(self.event_count_at(cursor))
    }

    /// The same, given what they were after fewer steps, if that is nearer than what is kept.
    #[must_use]
    pub fn moment_from(&self, (known, moment): (u32, &Moment), cursor: u32) -> Moment {
        let (start, end) = (self.event_count_at(known), self.event_count_at(cursor));
        if start > end || end == self.record.len() || self.moments.place_before(end) >= start {
            return self.moment_after(end);
        }
        let mut moment = moment.clone();
        self.record.between(start, end).for_each(|event| moment.apply(&event));
        moment
    }

    /// Objects and variables after the first so many events.
    fn moment_after(&self, end: usize) -> Moment {
        if end == self.record.len() {
            return self.latest.clone();
        }
        let (before, mut moment) = self.moments.before(end);
        self.record.between(before, end).for_each(|event| moment.apply(&event));
        moment
    }
}
