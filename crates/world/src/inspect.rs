//! What a lane can see at a moment: its calls, their variables, and what those refer to.
//!
//! Owns the way from a task to its frames and from a value to its parts, as handles that mean something only in the world
//! that gave them. Changes nothing, and knows no screen: how much of it is opened is the screen's.

use std::collections::BTreeSet;

use vm::{Reaction, Value};

use crate::task::{Activity, ActivityId};
use crate::{ObjectId, TaskId, World};

/// A value in a world, for whoever asks that world what is in it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Held(Value);

/// A call of a lane.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frame {
    /// The function; empty for one without a name.
    pub function: String,
    /// The line on which it stands, 0 if it has none.
    pub line: u32,
    /// What it can see, in order of declaration.
    pub variables: Vec<Binding>,
}

/// A variable that a call can see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Binding {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub value: Held,
    /// Whether another task can reach it.
    pub is_shared: bool,
}

/// How many values two worlds are compared by at most.
const COMPARED_MAX: usize = 2_000;

impl World {
    /// The calls of a lane with what they can see, innermost first: those that run or stand still, then those that await
    /// them. Empty for a lane that has nothing to do any more.
    #[must_use]
    pub fn frames(&self, task: TaskId) -> Vec<Frame> {
        let mut frames = Vec::new();
        for activity in self.calls_of(task) {
            let fiber = &activity.fiber;
            let stack = fiber.stack(&self.program).into_iter();
            let own = stack.filter(|info| !self.program.function(info.function).is_internal);
            for (locals, info) in fiber.locals(&self.heap, &self.program).into_iter().zip(own) {
                let known = locals.variables.iter();
                let known = known.filter(|local| local.value != Value::Uninitialized);
                let variables = known.map(|local| Binding {
                    name: self.program.atom(local.name).to_owned(),
                    value: Held(local.value),
                    is_shared: local.is_shared,
                });
                frames.push(Frame {
                    function: self
                        .program
                        .atom(self.program.function(locals.function).name)
                        .to_owned(),
                    line: info.line,
                    variables: variables.collect(),
                });
            }
        }
        frames
    }

    /// The activities of a lane, from the one that stands for it to those of the same lane that await it.
    fn calls_of(&self, task: TaskId) -> Vec<&Activity> {
        let mut ids: Vec<ActivityId> = Vec::new();
        let mut calls = Vec::new();
        let is_there = (task.0 as usize) < self.tasks.len();
        let mut next = if is_there { self.innermost(task) } else { None };
        while let Some(id) = next.filter(|id| !ids.contains(id)) {
            let Some(call) = self.live(id) else { break };
            ids.push(id);
            calls.push(call);
            next = self.awaiter_of(call);
        }
        calls
    }

    /// The activity of a number. A run that has ended badly may still name one that is gone.
    pub(crate) fn live(&self, id: ActivityId) -> Option<&Activity> {
        self.activities.get(id.0 as usize)?.as_deref()
    }

    /// The activity of the same lane that awaits what this one settles, if need be by way of a promise that follows it.
    fn awaiter_of(&self, call: &Activity) -> Option<ActivityId> {
        let mut promise = call.awaited_as()?;
        // A chain of promises that follow one another may be long, but is no circle while it is pending.
        for _ in 0..COMPARED_MAX {
            let record = self.heap.as_promise(Value::Object(promise))?;
            let mut follows = None;
            for reaction in record.reactions.iter() {
                match reaction {
                    Reaction::Fiber(id) => {
                        let id = ActivityId(*id);
                        return (self.live(id)?.lane == call.lane).then_some(id);
                    }
                    Reaction::Adopt { promise } => follows = Some(*promise),
                    Reaction::Then { .. } | Reaction::Aggregate { .. } => {}
                }
            }
            promise = follows?;
        }
        None
    }

    /// A value in one short line.
    #[must_use]
    pub fn short_of(&self, held: Held) -> String {
        vm::short(&self.heap, &self.program, held.0)
    }

    /// What a value consists of, by name, at most so many parts.
    #[must_use]
    pub fn parts_of(&self, held: Held, most: usize) -> Vec<(String, Held)> {
        let parts = vm::parts(&self.heap, &self.program, held.0, most);
        parts.into_iter().map(|(name, value)| (name, Held(value))).collect()
    }

    /// Of how many parts it consists.
    #[must_use]
    pub fn part_count_of(&self, held: Held) -> usize {
        vm::part_count(&self.heap, held.0)
    }

    /// What tells an object from another one that looks the same; `None` for a value that is no object.
    #[must_use]
    pub fn identity_of(&self, held: Held) -> Option<u32> {
        held.0.object().map(|reference| reference.0)
    }

    /// The object of the world that a value stands for: a semaphore, a channel.
    #[must_use]
    pub fn object_of(&self, held: Held) -> Option<ObjectId> {
        self.heap.as_host(held.0).map(|(_, id)| ObjectId(id))
    }

    /// Whether a value here and one in a world that led here look different, however deep the difference lies. Gives up,
    /// and takes them for the same, after a few thousand values.
    #[must_use]
    pub fn differs_from(&self, held: Held, before: &World, was: Held) -> bool {
        let mut open = vec![(held, was)];
        let mut seen = BTreeSet::new();
        let mut left = COMPARED_MAX;
        while let Some((now, then)) = open.pop() {
            let Some(rest) = left.checked_sub(1) else { return false };
            left = rest;
            let (parts, before_parts) = (self.parts_of(now, COMPARED_MAX), before.parts_of(then, COMPARED_MAX));
            if parts.is_empty() && before_parts.is_empty() {
                if self.short_of(now) != before.short_of(then) {
                    return true;
                }
                continue;
            }
            if !seen.insert((self.identity_of(now), before.identity_of(then))) {
                continue;
            }
            let names = parts.iter().map(|(name, _)| name);
            if !names.eq(before_parts.iter().map(|(name, _)| name)) {
                return true;
            }
            let pairs = parts.into_iter().zip(before_parts);
            open.extend(pairs.map(|((_, now), (_, then))| (now, then)));
        }
        false
    }
}
