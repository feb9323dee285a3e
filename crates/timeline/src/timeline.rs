//! The whole run as a picture sees it. Owns the event log, the lanes made from it, and copies of moments at intervals so
//! that any cursor is reached by a few hundred events at most. Decides no layout.

use world::{Event, EventKind, FailureKind, LimitKind, TaskId};

use crate::fold::Fold;
use crate::moments::Moments;
use crate::{ConsoleLine, Family, Lane, Link, Moment};

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
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Timeline {
    events: Vec<Event>,
    pub(crate) fold: Fold,
    moments: Moments,
    latest: Moment,
}

impl Timeline {
    /// A run of which nothing is known.
    #[must_use]
    pub fn new() -> Timeline {
        Timeline::default()
    }

    /// Appends what happened next. Events come in the order of the log.
    pub fn extend(&mut self, events: &[Event]) {
        for event in events {
            self.push(event.clone());
        }
    }

    fn push(&mut self, event: Event) {
        self.moments.note(self.events.len(), &self.latest);
        let index = u32::try_from(self.events.len()).unwrap_or(u32::MAX);
        self.fold.push(&event, index, &self.latest);
        self.latest.apply(&event);
        self.events.push(event);
    }

    /// Forgets everything after the first `cursor` steps, as if it had never been told.
    pub fn cut(&mut self, cursor: u32) {
        let end = self.event_count_at(cursor);
        if end == self.events.len() {
            return;
        }
        let kept = std::mem::take(&mut self.events);
        *self = Timeline::new();
        for event in kept.into_iter().take(end) {
            self.push(event);
        }
    }

    /// Every event, in order.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// How many events belong to the first `cursor` steps. What the making of the world told belongs to no step.
    #[must_use]
    pub fn event_count_at(&self, cursor: u32) -> usize {
        let is_making = |event: &&Event| matches!(event.kind, EventKind::Spawned { parent: None, .. });
        let made = self.events.iter().take_while(is_making).count();
        self.events.partition_point(|event| event.step < cursor).max(made)
    }

    /// The events of one step.
    #[must_use]
    pub fn events_of(&self, step: u32) -> &[Event] {
        let end = self.event_count_at(step.saturating_add(1));
        &self.events[self.event_count_at(step).min(end)..end]
    }

    /// The boundary after the step of the event with this index.
    pub(crate) fn boundary_after(&self, index: usize) -> u32 {
        if index < self.event_count_at(0) {
            0
        } else {
            self.events[index].step.saturating_add(1)
        }
    }

    /// One past the last step that told something.
    #[must_use]
    pub fn step_count(&self) -> u32 {
        self.events
            .len()
            .checked_sub(1)
            .map_or(0, |last| self.boundary_after(last))
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
            .map_or_else(|| format!("task {}", task.0), |lane| lane.name.clone())
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
    pub fn time_at(&self, cursor: u32) -> clock::Instant {
        match self.event_count_at(cursor) {
            0 => clock::Instant::ZERO,
            count => self.events[count - 1].time,
        }
    }

    /// Objects and variables after the first `cursor` steps.
    #[must_use]
    pub fn moment_at(&self, cursor: u32) -> Moment {
        let end = self.event_count_at(cursor);
        if end == self.events.len() {
            return self.latest.clone();
        }
        let (before, mut moment) = self.moments.before(end);
        for event in &self.events[before..end] {
            moment.apply(event);
        }
        moment
    }
}
