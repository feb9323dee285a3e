//! The wait-for graph as data: which task waits for which object or task, and who could end that.
//!
//! Owns the way from a wait to those it depends on. The same in words is next door (`wait_for`), the picture is a screen's.

use std::collections::BTreeSet;

use primitives::{Actor, Waiter};
use vm::{ObjectKind, ObjectRef, Origin, PromiseState, Reaction, Value};

use crate::wait_for::ByLane;
use crate::{ObjectId, TaskId, World};

/// What a task waits for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum WaitsOn {
    /// The end of another task.
    Task(TaskId),
    /// Something that an object has.
    Object {
        /// The object.
        object: ObjectId,
        /// What was asked of it.
        operation: &'static str,
        /// Who could give it, each once; `None` if that is not known.
        holders: Option<Vec<TaskId>>,
    },
    /// Something outside of the program.
    Io(String),
    /// A promise that nothing is known of.
    Promise,
}

/// One task's wait.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Wait {
    /// Who waits.
    pub task: TaskId,
    /// For what.
    pub on: WaitsOn,
}

/// How many promises are followed at most.
const LINKS_MAX: usize = 64;

impl World {
    /// Every wait at this moment but those for the clock, by task. A task that waits for several has one wait for each that
    /// is known.
    #[must_use]
    pub fn waits(&self) -> Vec<Wait> {
        let tasks = (0..self.tasks.len()).map(|index| TaskId(index as u32));
        let lanes = ByLane::new(self);
        tasks.flat_map(|task| self.waits_of(task, &lanes)).collect()
    }

    /// Why a task does not go on, as the rest of a sentence that begins with its name; `None` if it could or is over.
    #[must_use]
    pub fn why_waiting(&self, task: TaskId) -> Option<String> {
        let lanes = ByLane::new(self);
        self.outside_wait(task, &lanes).map(|_| self.explain_wait(task, &lanes))
    }

    fn waits_of(&self, task: TaskId, lanes: &ByLane<'_>) -> Vec<Wait> {
        let Some(promise) = self.outside_wait(task, lanes) else {
            return Vec::new();
        };
        let on = self.what_settles(promise, LINKS_MAX);
        on.into_iter().map(|on| Wait { task, on }).collect()
    }

    /// What a pending promise waits for; nothing if that is the clock.
    fn what_settles(&self, promise: ObjectRef, links: usize) -> Vec<WaitsOn> {
        let record = self.heap.as_promise(Value::Object(promise));
        let Some(record) = record.filter(|record| matches!(record.state, PromiseState::Pending)) else {
            return Vec::new();
        };
        match record.origin {
            Origin::Task(other) => vec![WaitsOn::Task(TaskId(other))],
            Origin::Timer { .. } => Vec::new(),
            Origin::Host { object, operation } => {
                let place = self.place_of_wait(object, Waiter(promise.0));
                vec![self.wait_on_object(place, operation, promise)]
            }
            Origin::Io => vec![WaitsOn::Io(self.io_name(promise))],
            Origin::Aggregate { .. } if links > 0 => self.inputs_of(promise, links),
            Origin::Aggregate { .. } | Origin::None | Origin::Call(_) => vec![WaitsOn::Promise],
        }
    }

    fn wait_on_object(&self, object: u32, operation: &'static &'static str, promise: ObjectRef) -> WaitsOn {
        let known = &self.objects[object as usize];
        let wanted = known.primitive.wanted(&known.label.name, operation, Waiter(promise.0));
        let holders = wanted.holders.map(|holders| {
            let mut tasks: Vec<TaskId> = Vec::new();
            for Actor(actor) in holders {
                if !tasks.contains(&TaskId(actor)) {
                    tasks.push(TaskId(actor));
                }
            }
            tasks
        });
        WaitsOn::Object {
            object: ObjectId(object),
            operation,
            holders,
        }
    }

    /// What the open inputs of `Promise.all` or its like wait for: tasks, as far as they are known by their promises.
    fn inputs_of(&self, combined: ObjectRef, links: usize) -> Vec<WaitsOn> {
        let feeds = |reaction: &Reaction| match reaction {
            Reaction::Aggregate { aggregate, .. } => match &self.heap.object(*aggregate).kind {
                ObjectKind::Aggregate(aggregate) => aggregate.promise == combined,
                _ => false,
            },
            Reaction::Fiber(_) | Reaction::Then { .. } | Reaction::Adopt { .. } => false,
        };
        let promises = self.activities.iter().flatten().filter_map(|activity| activity.promise);
        let (mut inputs, mut known) = (Vec::new(), BTreeSet::new());
        for promise in promises {
            let record = self.heap.as_promise(Value::Object(promise));
            if record.is_some_and(|record| record.reactions.iter().any(feeds)) {
                for on in self.what_settles(promise, links - 1) {
                    if known.insert(on.clone()) {
                        inputs.push(on);
                    }
                }
            }
        }
        match inputs.is_empty() {
            true => vec![WaitsOn::Promise],
            false => inputs,
        }
    }
}
