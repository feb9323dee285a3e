//! Who is to blame when a task waits for ever.
//!
//! Owns three questions that a checker asks about runs without end: who could go on if it were let, who waits, and whether
//! what it waits for is the end of another task, which is then the one to look at. Changes nothing.

use std::collections::BTreeSet;

use clock::Instant;
use primitives::{Visit, Waiter};
use vm::{ObjectKind, ObjectRef, PromiseState, Reaction, Value};

use crate::object::Deadline;
use crate::task::{Progress, Status, TimerAction};
use crate::{Choice, Model, TaskId, World};

/// So many promises in a row that wait for one another are followed without a note of where it went.
const CHAIN_MAX: u32 = 8;

/// What brings a promise about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    /// The end of an activity of this lane.
    Lane(TaskId),
    /// The clock, or something outside of the program.
    Outside,
}

/// Collects those who wait on an object.
struct Waits(Instant, Vec<ObjectRef>);

impl Visit<Value> for Waits {
    fn now(&self) -> Instant {
        self.0
    }

    fn word(&mut self, _word: u64) {}

    fn waiter(&mut self, waiter: Waiter) {
        self.1.push(ObjectRef(waiter.0));
    }

    fn value(&mut self, _value: &Value) {}
}

impl World {
    /// Appends the tasks that could take a step if they were let, although `open`, which is what [`World::choices`] lists,
    /// has no step of theirs: no core is free, or another task is in the middle of a step. Says whether that is because a
    /// step was cut off. In the event loop nobody is held back: its queue is first in, first out.
    pub fn held_back(&self, open: &[Choice], out: &mut Vec<TaskId>) -> bool {
        if self.seldom.outcome.is_some() || self.setup.model == Model::EventLoop {
            return false;
        }
        let is_cut_off = self.unfinished_step().is_some();
        let is_picking = open.iter().any(|choice| matches!(choice, Choice::Pick(_)));
        if is_cut_off || is_picking || self.cores_are_taken() {
            let ids = (0..self.tasks.len()).map(|index| TaskId(index as u32));
            out.extend(ids.filter(|&task| self.has_turn(task) && !open.contains(&Choice::Run(task))));
        }
        is_cut_off
    }

    /// Whether a task is a daemon: no run waits for its end.
    #[must_use]
    pub fn is_daemon(&self, task: TaskId) -> bool {
        self.task(task).is_daemon
    }

    /// Whether a task has not finished, cannot go on, and waits for something for which neither the end of another task
    /// nor the clock nor the world outside is what it waits for: a lock, a permit, a message, a promise that somebody is
    /// to settle. If tasks wait for one another's ends in a ring, they are to blame themselves.
    #[must_use]
    pub fn waits_to_be_served(&self, task: TaskId) -> bool {
        let Some(promise) = self.blocked_on(task) else {
            return false;
        };
        let mut sources = self.sources_of(promise);
        let mut ring = BTreeSet::from([task]);
        if sources.is_empty() {
            return true;
        }
        while let Some(source) = sources.pop_first() {
            let Source::Lane(lane) = source else { return false };
            if !ring.insert(lane) {
                continue;
            }
            let Some(promise) = self.blocked_on(lane) else {
                return false;
            };
            let further = self.sources_of(promise);
            if further.is_empty() {
                return false;
            }
            sources.extend(further);
        }
        true
    }

    /// Whether what [`World::waits_to_be_served`] says of a task depends on that task alone, and not on what others wait for.
    pub(crate) fn waits_apart(&self, task: TaskId) -> bool {
        self.blocked_on(task)
            .is_none_or(|promise| self.sources_of(promise).is_empty())
    }

    /// The promise from outside its lane that keeps a task from going on.
    fn blocked_on(&self, task: TaskId) -> Option<ObjectRef> {
        if self.task(task).progress != Progress::Going || self.could_go_on(task) {
            return None;
        }
        let own = self
            .activities
            .iter()
            .flatten()
            .filter(|activity| activity.lane == task);
        let waiting = own.clone().filter_map(|activity| match activity.status {
            Status::Waiting(promise) => Some(promise),
            Status::Ready | Status::Working(_) => None,
        });
        waiting
            .filter(|&promise| !own.clone().any(|activity| activity.promise == Some(promise)))
            .find(|&promise| {
                let record = self.heap.as_promise(Value::Object(promise));
                record.is_some_and(|record| matches!(record.state, PromiseState::Pending))
            })
    }

    /// Whether a lane has something to run, now or when it is its turn.
    fn could_go_on(&self, task: TaskId) -> bool {
        let is_working = |task: TaskId| {
            let current = self.task(task).current;
            current.is_some_and(|current| matches!(self.activity(current).status, Status::Working(_)))
        };
        match self.setup.model {
            Model::EventLoop => self.jobs.iter().any(|job| self.lane_of_job(job) == Some(task)),
            Model::Tasks | Model::Threads => self.has_turn(task) || is_working(task),
        }
    }

    /// What could bring a promise about, as far as it is under way: ends of activities and deadlines that lead there
    /// through reactions.
    fn sources_of(&self, promise: ObjectRef) -> BTreeSet<Source> {
        let lanes = self.activities.iter().flatten().filter_map(|activity| {
            let ends = activity.promise?;
            Some((ends, Source::Lane(activity.lane)))
        });
        let timers = self.timers.iter().filter_map(|(_, _, action)| match action {
            TimerAction::Resolve { promise, .. } => Some((*promise, Source::Outside)),
            TimerAction::Complete(io) => Some((io.promise, Source::Outside)),
            TimerAction::Select { promise, .. } => Some((*promise, Source::Outside)),
            TimerAction::Call { .. }
            | TimerAction::GiveUp { .. }
            | TimerAction::Tick { .. }
            | TimerAction::EndWork { .. } => None,
        });
        let ios = self.seldom.ios.iter().map(|io| (io.promise, Source::Outside));
        let alarmed = self.waits_with_alarm().into_iter();
        let alarmed = alarmed.map(|promise| (promise, Source::Outside));
        lanes
            .chain(timers)
            .chain(alarmed)
            .chain(ios)
            .filter(|&(from, _)| self.leads_to(from, promise))
            .map(|(_, source)| source)
            .collect()
    }

    /// The promises of those who wait on objects that time alone changes for them.
    fn waits_with_alarm(&self) -> Vec<ObjectRef> {
        let mut waits = Waits(self.now, Vec::new());
        for object in &self.objects {
            let is_awaited = |(deadline, _): (Deadline, _)| deadline.awaited_by.is_some();
            if object.alarm.is_some_and(is_awaited) {
                object.primitive.visit(&mut waits);
            }
        }
        waits.1
    }

    /// Whether one promise is what another one waits for, through reactions.
    fn leads_to(&self, from: ObjectRef, to: ObjectRef) -> bool {
        // Nearly always it is a short chain: a task, the promise of `Promise.all`, and nothing further.
        let mut from = from;
        for _ in 0..CHAIN_MAX {
            if from == to {
                return true;
            }
            let mut next = self.led_to_by(from);
            match (next.next(), next.next()) {
                (None, _) => return false,
                (Some(only), None) => from = only,
                (Some(_), Some(_)) => break,
            }
        }
        let mut seen = BTreeSet::from([from]);
        let mut open = vec![from];
        while let Some(promise) = open.pop() {
            if promise == to {
                return true;
            }
            open.extend(self.led_to_by(promise).filter(|&next| seen.insert(next)));
        }
        false
    }

    /// The promises that directly wait for one.
    fn led_to_by(&self, promise: ObjectRef) -> impl Iterator<Item = ObjectRef> {
        let record = self.heap.as_promise(Value::Object(promise));
        let reactions = record.into_iter().flat_map(|record| &record.reactions);
        reactions.filter_map(|reaction| match reaction {
            Reaction::Fiber(_) => None,
            Reaction::Then { derived, .. } => Some(*derived),
            Reaction::Adopt { promise } => Some(*promise),
            Reaction::Aggregate { aggregate, .. } => match &self.heap.object(*aggregate).kind {
                ObjectKind::Aggregate(record) => Some(record.promise),
                _ => None,
            },
        })
    }
}
