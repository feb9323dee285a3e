//! The tasks of a run in numbers: how many there are, wait and compute, how long they live, how they end.
//!
//! The main line is not counted among them: it is the program, not one of its tasks.

use clock::{Duration, Instant};
use world::{Event, EventKind, TaskId, WaitReason};

use super::{Durations, Gauge, Little};

/// Measures of the tasks. See [`super::Meter`].
#[derive(Clone, PartialEq, Debug)]
pub struct TaskMeter {
    states: Vec<Option<State>>,
    /// How many exist and have not ended.
    pub alive: Gauge,
    /// How many wait for something other than the clock.
    pub blocked: Gauge,
    /// How many hold a core and compute.
    pub working: Gauge,
    /// From being made to the end.
    pub lifetime: Durations,
    /// How many were made.
    pub started: u64,
    /// How many ended well.
    pub finished: u64,
    /// How many ended with an error.
    pub failed: u64,
    /// How many were cancelled.
    pub cancelled: u64,
    /// Messages and permits aside, how often one woke another or the clock did.
    pub woken: u64,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct State {
    born: Instant,
    doing: Doing,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Doing {
    Other,
    Blocked,
    Working,
    Ended,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum End {
    Well,
    Failed,
    Cancelled,
}

impl Default for TaskMeter {
    fn default() -> TaskMeter {
        let none = Gauge::new(0, Instant::ZERO);
        TaskMeter {
            states: Vec::new(),
            alive: none.clone(),
            blocked: none.clone(),
            working: none,
            lifetime: Durations::default(),
            started: 0,
            finished: 0,
            failed: 0,
            cancelled: 0,
            woken: 0,
        }
    }
}

impl TaskMeter {
    pub(super) fn push(&mut self, event: &Event) {
        let now = event.time;
        match &event.kind {
            EventKind::Spawned { parent, .. } => self.spawned(event.task, parent.is_some(), now),
            EventKind::Blocked { reason } => match reason {
                WaitReason::Turn | WaitReason::Sleep { .. } => self.does(event.task, Doing::Other, now),
                WaitReason::Object { .. }
                | WaitReason::Task(_)
                | WaitReason::Several { .. }
                | WaitReason::Promise
                | WaitReason::Core
                | WaitReason::Io { .. } => self.does(event.task, Doing::Blocked, now),
            },
            EventKind::WorkStarted { .. } => self.does(event.task, Doing::Working, now),
            EventKind::WorkEnded | EventKind::Slept { .. } | EventKind::Resumed => {
                self.does(event.task, Doing::Other, now);
            }
            EventKind::Woken { .. } => {
                self.woken += 1;
                self.does(event.task, Doing::Other, now);
            }
            EventKind::Finished => self.ended(event.task, End::Well, now),
            EventKind::Failed { .. } => self.ended(event.task, End::Failed, now),
            EventKind::Cancelled => self.ended(event.task, End::Cancelled, now),
            _ => {}
        }
    }

    fn spawned(&mut self, task: TaskId, is_counted: bool, now: Instant) {
        let index = task.0 as usize;
        if self.states.len() <= index {
            self.states.resize(index + 1, None);
        }
        if is_counted {
            self.states[index] = Some(State {
                born: now,
                doing: Doing::Other,
            });
            self.started += 1;
            self.alive.add(1, now);
        }
    }

    fn does(&mut self, task: TaskId, doing: Doing, now: Instant) {
        let Some(Some(state)) = self.states.get_mut(task.0 as usize) else {
            return;
        };
        // A callback may still run in a lane whose body has ended.
        if state.doing == doing || state.doing == Doing::Ended {
            return;
        }
        let before = std::mem::replace(&mut state.doing, doing);
        for (state, delta) in [(before, -1), (doing, 1)] {
            match state {
                Doing::Blocked => self.blocked.add(delta, now),
                Doing::Working => self.working.add(delta, now),
                Doing::Other | Doing::Ended => {}
            }
        }
    }

    fn ended(&mut self, task: TaskId, end: End, now: Instant) {
        let known = self.states.get(task.0 as usize).copied().flatten();
        let Some(state) = known.filter(|state| state.doing != Doing::Ended) else {
            return;
        };
        self.does(task, Doing::Ended, now);
        self.alive.add(-1, now);
        self.lifetime.push(now.saturating_since(state.born));
        match end {
            End::Well => self.finished += 1,
            End::Failed => self.failed += 1,
            End::Cancelled => self.cancelled += 1,
        }
    }

    /// Little's law for all tasks together; `None` while no time has passed or none has ended.
    #[must_use]
    pub fn little(&self, now: Instant) -> Option<Little> {
        let span = now.saturating_since(Instant::ZERO);
        Some(Little {
            inside: self.alive.mean(now)?,
            arrival_rate: rate(self.started, span)?,
            time_inside: self.lifetime.mean()?,
        })
    }
}

/// So many per microsecond.
pub(super) fn rate(count: u64, span: Duration) -> Option<f64> {
    (span.0 > 0).then(|| count as f64 / span.0 as f64)
}
