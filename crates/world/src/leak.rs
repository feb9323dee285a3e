//! What is still held when a run is over.
//!
//! Owns who counts as holding something and where it was taken. Who holds what is the objects' own state.

use primitives::Actor;

use crate::step::Stepper;
use crate::task::Progress;
use crate::{Event, EventKind, ObjectId, Outcome, TaskId, World};

/// Something that a finished task never gave back.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Leak {
    /// What it holds.
    pub object: ObjectId,
    /// The object's name.
    pub name: String,
    /// Who holds it.
    pub holder: TaskId,
    /// The line on which it was taken; 0 if not everything was written down.
    pub line: u32,
}

impl World {
    /// What is held after a run that ended well, one entry for each lock and permit, by object. A daemon that goes on may
    /// hold what it likes; a semaphore that somebody released who held no permit is a signal, which nobody holds.
    #[must_use]
    pub fn leaks(&self) -> Vec<Leak> {
        match &self.seldom.outcome {
            Some(Outcome::Finished) => self.held_by_finished(),
            Some(Outcome::Failed { .. } | Outcome::Deadlock { .. } | Outcome::Limit { .. }) | None => Vec::new(),
        }
    }

    pub(crate) fn held_by_finished(&self) -> Vec<Leak> {
        let mut leaks = Vec::new();
        for (number, object) in self.objects.iter().enumerate() {
            object.primitive.holders(&mut |actor| {
                let holder = TaskId(actor.0);
                if self.task(holder).progress != Progress::Going {
                    let mut taken = object.history.iter().flat_map(|history| &history.taken);
                    let line = taken.find(|&&(taker, _)| taker == actor);
                    leaks.push(Leak {
                        object: ObjectId(number as u32),
                        name: object.label.name.to_string(),
                        holder,
                        line: line.map_or(0, |&(_, line)| line),
                    });
                }
            });
        }
        leaks
    }

    /// The tasks that hold something which `is_known` does not know: nobody can give it back, and that is all that still
    /// matters of it.
    pub(crate) fn holders_of_unknown(&self, is_known: impl Fn(u32) -> bool) -> Vec<TaskId> {
        let mut tasks = Vec::new();
        for (number, object) in (0u32..).zip(&self.objects) {
            object.primitive.holders(&mut |actor| {
                if !is_known(number) {
                    tasks.push(TaskId(actor.0));
                }
            });
        }
        tasks.sort_unstable();
        tasks.dedup();
        tasks
    }
}

impl Stepper<'_> {
    /// Says what was never given back, before the end of the run.
    pub(crate) fn tell_leaks(&mut self) {
        for leak in self.world.held_by_finished() {
            self.log.push(Event {
                step: self.world.steps,
                time: self.world.now,
                task: leak.holder,
                line: leak.line,
                kind: EventKind::Leaked { object: leak.object },
            });
        }
    }

    /// Notes that a task holds the object (once more) and where that was asked for, if anybody will read it.
    pub(crate) fn note_taken(&mut self, object: u32, task: TaskId, line: u32) {
        self.world.reach.holders(object);
        if self.log.is_remembered() {
            self.world
                .object_mut(object)
                .history_mut()
                .taken
                .push((Actor(task.0), line));
        }
    }

    /// Notes that the running task gave the object back.
    pub(crate) fn note_given_back(&mut self, object: u32) {
        self.world.reach.holders(object);
        if !self.log.is_remembered() {
            return;
        }
        let task = Actor(self.task.0);
        let taken = &mut self.world.object_mut(object).history_mut().taken;
        if let Some(at) = taken.iter().rposition(|&(taker, _)| taker == task) {
            taken.remove(at);
        }
    }
}
