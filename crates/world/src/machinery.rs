//! What drives the tasks, as it stands: the event loop with its queues, the cores, and the tree of scopes.
//!
//! Owns what is told of each to whoever looks on, in the order in which it comes to pass. Moves nothing: whose turn it is
//! is decided in `jobs` and `timer`.

use std::collections::BTreeSet;

use clock::Instant;
use primitives::{Scope, ScopeState};
use vm::{HostClass, Origin, TimerKind, Value};

use crate::object::Object;
use crate::task::{ActivityId, Job, Status, TimerAction};
use crate::{Model, ObjectId, TaskId, World};

/// The event loop between two steps.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct EventLoop {
    /// The functions that were cut off in the middle, innermost first; empty when the last job ran to its end.
    pub stack: Vec<String>,
    /// What `process.nextTick` was given, first in line first.
    pub ticks: Line<QueuedJob>,
    /// The microtasks, first in line first.
    pub microtasks: Line<QueuedJob>,
    /// Whether the next job is a tick.
    pub is_tick_next: bool,
    /// What `setImmediate` was given.
    pub immediates: Line<QueuedJob>,
    /// The timers, the next one first.
    pub timers: Line<Upcoming>,
    /// What is under way outside of the program.
    pub outside: Line<Upcoming>,
}

/// What waits, first in line first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line<T> {
    /// The first of them.
    pub first: Vec<T>,
    /// How many there are.
    pub count: usize,
}

impl<T> Default for Line<T> {
    fn default() -> Line<T> {
        Line {
            first: Vec::new(),
            count: 0,
        }
    }
}

impl<T> Line<T> {
    /// Adds one behind the others; it is only made if it is among the first.
    fn push(&mut self, most: usize, make: impl FnOnce() -> T) {
        if self.first.len() < most {
            self.first.push(make());
        }
        self.count += 1;
    }
}

/// Something that waits for its turn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueuedJob {
    /// What it does: `load goes on`, `calls onReady`.
    pub what: String,
    /// The lane in which it runs something of the learner's.
    pub lane: Option<TaskId>,
}

/// Something that comes by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Upcoming {
    /// What it is: `sleep`, `setTimeout tick`, a request's name.
    pub what: String,
    /// When; `None` if it may be at any time.
    pub at: Option<Instant>,
    /// Whose it is.
    pub lane: TaskId,
}

/// The cores and who computes on them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cores {
    /// How many there are; `None` is one for each task.
    pub count: Option<u32>,
    /// Who computes, and until when.
    pub computing: Vec<(TaskId, Instant)>,
    /// Who could run, in the order in which they became ready.
    pub ready: Vec<TaskId>,
}

/// A scope with what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScopeTree {
    /// The scope.
    pub object: ObjectId,
    /// Its name.
    pub name: String,
    /// Whether it was aborted.
    pub is_aborted: bool,
    /// The task that made it.
    pub owner: TaskId,
    /// Its children, in the order of their making.
    pub children: Vec<TaskId>,
    /// The scopes within it.
    pub nested: Vec<ScopeTree>,
}

/// How deep scopes are told of.
const SCOPE_DEPTH_MAX: usize = 32;

impl World {
    /// The event loop with the first `most` of each line, empty when the run has ended; `None` in the other models.
    #[must_use]
    pub fn event_loop(&self, most: usize) -> Option<EventLoop> {
        if self.setup.model != Model::EventLoop {
            return None;
        }
        let mut it = EventLoop::default();
        // What a run that has ended badly leaves behind may name what is gone, and nothing comes of it.
        if self.seldom.outcome.is_some() {
            return Some(it);
        }
        let running = self.running.iter().rev().filter_map(|&id| self.live(id));
        let stack = running.flat_map(|activity| {
            let frames = activity.fiber.stack(&self.program).into_iter();
            frames.filter(|info| !self.program.function(info.function).is_internal)
        });
        let stack = stack.map(|info| self.program.atom(self.program.function(info.function).name));
        it.stack = stack.map(or_anonymous).take(most).collect();
        for job in &self.seldom.ticks {
            it.ticks.push(most, || self.queued_job(job));
        }
        for job in &self.jobs {
            it.microtasks.push(most, || self.queued_job(job));
        }
        for immediate in self.seldom.immediates.iter() {
            it.immediates.push(most, || QueuedJob {
                what: format!("calls {}", self.callback_of(immediate.timer)),
                lane: Some(immediate.task),
            });
        }
        it.is_tick_next = self.is_tick_next() && !self.seldom.ticks.is_empty();
        self.add_upcoming(&mut it, most);
        Some(it)
    }

    fn queued_job(&self, job: &Job) -> QueuedJob {
        let what = match job {
            Job::Run(activity) => format!("runs {}", self.outermost_function(*activity)),
            Job::Settle { activity, .. } => format!("{} goes on", self.outermost_function(*activity)),
            Job::Call { callback, .. } => format!("calls {}", self.name_of_function(*callback)),
            Job::Retry { retry, .. } => format!("asks {} again", self.objects[retry.object as usize].label.name),
            Job::Pass { .. } | Job::Follow { .. } => "passes a promise's outcome on".to_owned(),
            Job::Aggregate { aggregate, .. } => match &self.heap.object(*aggregate).kind {
                vm::ObjectKind::Aggregate(aggregate) => format!("tells {}", self.combinator_of(aggregate.promise)),
                _ => "tells a combinator".to_owned(),
            },
        };
        QueuedJob {
            what,
            lane: self.lane_of_job(job),
        }
    }

    fn combinator_of(&self, promise: vm::ObjectRef) -> &'static str {
        match self.heap.as_promise(Value::Object(promise)).map(|record| record.origin) {
            Some(Origin::Aggregate { combinator }) => combinator,
            Some(_) | None => "a combinator",
        }
    }

    /// The function that an activity was made for: what the learner calls it by.
    fn outermost_function(&self, id: ActivityId) -> String {
        let stack = self.live(id).map(|activity| activity.fiber.stack(&self.program));
        let stack = stack.unwrap_or_default();
        let mut own = stack.iter().rev();
        let found = own.find(|info| !self.program.function(info.function).is_internal);
        let name = found.map(|info| self.program.atom(self.program.function(info.function).name));
        or_anonymous(name.unwrap_or_default())
    }

    fn name_of_function(&self, function: Value) -> String {
        or_anonymous(&vm::function_name(&self.heap, &self.program, function))
    }

    fn callback_of(&self, timer: vm::ObjectRef) -> String {
        match self.heap.as_timer(Value::Object(timer)) {
            Some(timer) => self.name_of_function(timer.callback),
            None => "a function".to_owned(),
        }
    }

    /// What comes from outside and what the clock brings, the next one first.
    fn add_upcoming(&self, it: &mut EventLoop, most: usize) {
        for (at, _, action) in self.timers.iter() {
            let line = match action {
                TimerAction::Complete(_) => &mut it.outside,
                TimerAction::Resolve { .. }
                | TimerAction::Call { .. }
                | TimerAction::GiveUp { .. }
                | TimerAction::Select { .. }
                | TimerAction::Tick { .. }
                | TimerAction::EndWork { .. } => &mut it.timers,
            };
            line.push(most, || Upcoming {
                what: self.what_comes(action),
                at: Some(at),
                lane: self.task_of_timer(action),
            });
        }
        for io in &self.seldom.ios {
            it.outside.push(most, || Upcoming {
                what: io.name.to_string(),
                at: None,
                lane: io.task,
            });
        }
    }

    fn what_comes(&self, action: &TimerAction) -> String {
        match action {
            TimerAction::Resolve { error: None, .. } => "sleep".to_owned(),
            TimerAction::Resolve { error: Some(_), .. } => "time limit".to_owned(),
            TimerAction::Call { timer, .. } => {
                let kind = self.heap.as_timer(Value::Object(*timer)).map(|timer| timer.kind);
                let made_by = match kind {
                    Some(TimerKind::Interval) => "setInterval",
                    Some(TimerKind::Timeout | TimerKind::Immediate) | None => "setTimeout",
                };
                format!("{made_by} {}", self.callback_of(*timer))
            }
            TimerAction::GiveUp { object, .. } => {
                format!("time limit at {}", self.objects[*object as usize].label.name)
            }
            TimerAction::Select { .. } => "select, after".to_owned(),
            TimerAction::Tick { object, .. } => self.objects[*object as usize].label.name.to_string(),
            TimerAction::EndWork { .. } => "end of work".to_owned(),
            TimerAction::Complete(io) => io.name.to_string(),
        }
    }

    /// The cores; `None` in the event loop, which has one for everybody, and when the run has ended.
    #[must_use]
    pub fn cores(&self) -> Option<Cores> {
        if self.setup.model == Model::EventLoop || self.seldom.outcome.is_some() {
            return None;
        }
        let ids = (0..self.tasks.len()).map(|index| TaskId(index as u32));
        let computing = ids.clone().filter_map(|id| {
            let current = self.task(id).current?;
            match self.live(current)?.status {
                Status::Working(until) => Some((id, until)),
                Status::Ready | Status::Waiting(_) => None,
            }
        });
        let mut ready: Vec<TaskId> = ids.filter(|&id| self.has_turn(id)).collect();
        ready.sort_by_key(|&id| self.task(id).ready_since);
        Some(Cores {
            count: self.core_count(),
            computing: computing.collect(),
            ready,
        })
    }

    /// The scopes that are in no other, with all that is in them.
    #[must_use]
    pub fn scopes(&self) -> Vec<ScopeTree> {
        let ids = || (0..self.objects.len() as u32).filter(|&id| self.scope(id).is_some());
        let mut within: BTreeSet<u32> = BTreeSet::new();
        for id in ids() {
            within.extend(self.nested_of(id));
        }
        let roots = ids().filter(|id| !within.contains(id));
        roots.filter_map(|id| self.scope_tree(id, SCOPE_DEPTH_MAX)).collect()
    }

    fn scope(&self, id: u32) -> Option<&Scope<Value>> {
        Scope::<Value>::of(&self.objects[id as usize].primitive)
    }

    fn nested_of(&self, id: u32) -> Vec<u32> {
        let nested = self.scope(id).map(Scope::nested).unwrap_or_default();
        let ids = nested.iter().filter_map(|&value| match self.heap.as_host(value) {
            Some((HostClass::ConcurrencyScope, id)) => Some(id),
            Some(_) | None => None,
        });
        ids.collect()
    }

    fn scope_tree(&self, id: u32, depth: usize) -> Option<ScopeTree> {
        let scope = self.scope(id)?;
        let depth = depth.checked_sub(1)?;
        let children = scope.children().iter();
        let children = children.filter_map(|&child| match self.heap.as_promise(child)?.origin {
            Origin::Task(task) => Some(TaskId(task)),
            Origin::None
            | Origin::Call(_)
            | Origin::Timer { .. }
            | Origin::Host { .. }
            | Origin::Io
            | Origin::Aggregate { .. } => None,
        });
        let nested = self.nested_of(id).into_iter();
        Some(ScopeTree {
            object: ObjectId(id),
            name: self.objects[id as usize].label.name.to_string(),
            is_aborted: scope.state() == ScopeState::Aborted,
            owner: TaskId(scope.owner().0),
            children: children.collect(),
            nested: nested.filter_map(|id| self.scope_tree(id, depth)).collect(),
        })
    }
}

fn or_anonymous(name: &str) -> String {
    match name {
        "" => "a function".to_owned(),
        name => name.to_owned(),
    }
}
