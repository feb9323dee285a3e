//! Who waits for what, held by whom: the wait-for graph in words.

use primitives::{Actor, Waiter};
use vm::{Origin, PromiseState, Reaction, Value};

use crate::object::Wanted;
use crate::task::{Activity, Status};
use crate::{TaskId, World};

/// The activities of each lane, found out once for all lanes that are asked about: there may be thousands of either.
pub(crate) struct ByLane<'a> {
    world: &'a World,
    /// One more than the first activity of each lane, and than the one after each activity; 0 is none.
    first: Vec<u32>,
    next: Vec<u32>,
}

impl<'a> ByLane<'a> {
    pub(crate) fn new(world: &'a World) -> ByLane<'a> {
        let mut first = vec![0; world.tasks.len()];
        let mut next = vec![0; world.activities.len()];
        for (index, activity) in world.activities.iter().enumerate().rev() {
            if let Some(activity) = activity {
                next[index] = std::mem::replace(&mut first[activity.lane.0 as usize], index as u32 + 1);
            }
        }
        ByLane { world, first, next }
    }

    /// Those of a lane, by number.
    fn of(&self, lane: TaskId) -> impl Iterator<Item = &'a Activity> {
        let mut at = self.first.get(lane.0 as usize).copied().unwrap_or_default();
        std::iter::from_fn(move || {
            let index = at.checked_sub(1)? as usize;
            at = self.next[index];
            self.world.activities[index].as_deref()
        })
    }
}

impl World {
    /// One sentence for each task that waits.
    pub(crate) fn explain_deadlock(&self, waiting: &[TaskId]) -> Vec<String> {
        let lanes = ByLane::new(self);
        waiting
            .iter()
            .map(|&task| format!("{} {}", self.task(task).name, self.explain_wait(task, &lanes)))
            .collect()
    }

    /// What a task waits for, as the rest of a sentence that begins with its name.
    pub(crate) fn explain_wait(&self, task: TaskId, lanes: &ByLane<'_>) -> String {
        let Some(promise) = self.outside_wait(task, lanes) else {
            return "waits".to_owned();
        };
        let Some(record) = self.heap.as_promise(Value::Object(promise)) else {
            return "waits".to_owned();
        };
        if !matches!(record.state, PromiseState::Pending) {
            return "can go on".to_owned();
        }
        match record.origin {
            Origin::Task(other) if TaskId(other) == task => "waits for its own end".to_owned(),
            Origin::Task(other) => format!("waits for {} to end", self.task(TaskId(other)).name),
            Origin::Timer { until } => format!("sleeps until {}", clock::Instant(until)),
            Origin::Host { object, operation } => {
                let place = self.place_of_wait(object, Waiter(promise.0));
                self.explain_object(task, place, operation, promise)
            }
            Origin::Aggregate { combinator } => format!("waits for {combinator}"),
            Origin::Io => format!("waits for {}", self.io_name(promise)),
            Origin::None | Origin::Call(_) => "waits for a promise that nothing is left to settle".to_owned(),
        }
    }

    /// The promise of something outside of the lane for which the lane waits.
    pub(crate) fn outside_wait(&self, task: TaskId, lanes: &ByLane<'_>) -> Option<vm::ObjectRef> {
        // The innermost call is the one that waits for something outside the lane.
        let mut awaited = lanes.of(task).filter_map(|activity| match activity.status {
            Status::Waiting(promise) => Some(promise),
            Status::Ready | Status::Working(_) => None,
        });
        awaited.find(|&promise| !self.is_own_call(task, promise, lanes))
    }

    /// Whether a promise is settled by a call or callback of the lane itself, if need be by way of the callback's own.
    fn is_own_call(&self, task: TaskId, promise: vm::ObjectRef, lanes: &ByLane<'_>) -> bool {
        let mut own = lanes.of(task).filter_map(|activity| activity.promise);
        own.any(|settled| settled == promise || self.is_adopted_by(settled, promise))
    }

    fn is_adopted_by(&self, source: vm::ObjectRef, promise: vm::ObjectRef) -> bool {
        let reactions = self
            .heap
            .as_promise(Value::Object(source))
            .map(|record| &record.reactions);
        let adopts = |reaction: &Reaction| matches!(reaction, Reaction::Adopt { promise: by } if *by == promise);
        reactions.is_some_and(|reactions| reactions.iter().any(adopts))
    }

    fn explain_object(&self, task: TaskId, object: u32, operation: &str, promise: vm::ObjectRef) -> String {
        let object = &self.objects[object as usize];
        let Wanted { what, holders } = object
            .primitive
            .wanted(&object.label.name, operation, Waiter(promise.0));
        match holders.as_deref() {
            None => format!("waits for {what}"),
            Some([]) => format!("waits for {what}, which nobody holds"),
            Some(holders) => format!("waits for {what}, held by {}", self.names(task, holders)),
        }
    }

    fn names(&self, task: TaskId, actors: &[Actor]) -> String {
        let mut seen: Vec<String> = Vec::new();
        for &Actor(actor) in actors {
            let name = if TaskId(actor) == task {
                "itself".to_owned()
            } else {
                self.task(TaskId(actor)).name.to_string()
            };
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        match seen.split_last() {
            None => "nobody".to_owned(),
            Some((only, [])) => only.clone(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
        }
    }
}
