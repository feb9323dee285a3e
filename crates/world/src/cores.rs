//! Cores: how many there are, which compute, and who goes first when there are fewer than tasks that could run.
//!
//! Owns the rule of priorities, too: strict and preemptive, as a real-time operating system has it (POSIX `SCHED_FIFO` without its
//! order among equals). A task may take its next step if fewer than there are cores are more urgent and can run or compute;
//! among equals anyone may. With a core for each task, and in the event loop, which knows no such thing, priorities change
//! nothing. Computing (`work`) is not interrupted: a core that is taken is taken.
//!
//! A call that got a lane of its own belongs to whoever waits for what it returns, and inherits with it.
//! How urgency passes from who waits to who holds is [`primitives::inherit`]'s to say.

use primitives::{Actor, Urgency};
use vm::{Origin, Value};

use crate::task::Status;
use crate::{Model, TaskId, World};

/// Who is how urgent, and how urgent one has to be to run.
pub(crate) struct Precedence {
    urgencies: Vec<Urgency>,
    /// By priority, the most urgent first: all who can run or compute.
    contenders: Vec<(i32, TaskId)>,
    cores: usize,
}

impl Precedence {
    /// Whether a task that could run has a core to run on.
    pub(crate) fn admits(&self, task: TaskId) -> bool {
        self.before(task).is_none()
    }

    /// If every core is needed for others: the least urgent of those.
    fn before(&self, task: TaskId) -> Option<TaskId> {
        let own = self.urgencies[task.0 as usize].priority;
        let &(priority, last) = self.contenders.get(self.cores - 1)?;
        (priority < own).then_some(last)
    }
}

impl World {
    /// Whether every core computes, so that nobody else can run.
    pub(crate) fn cores_are_taken(&self) -> bool {
        let Some(cores) = self.core_count() else { return false };
        self.tasks
            .iter()
            .filter_map(|task| task.current)
            .filter(|&current| matches!(self.activity(current).status, Status::Working(_)))
            .count()
            >= cores as usize
    }

    /// How many tasks may compute at once; `None` is any number.
    pub(crate) fn core_count(&self) -> Option<u32> {
        match (self.setup.model, self.setup.cores) {
            (Model::EventLoop, _) | (Model::Tasks, None) => Some(1),
            (Model::Tasks | Model::Threads, cores) => cores.map(|count| count.max(1)),
        }
    }

    /// Whether any task was ever more or less urgent than another.
    #[must_use]
    pub fn has_priorities(&self) -> bool {
        self.has_priorities
    }

    /// Who goes before whom; `None` where everybody may run who can.
    pub(crate) fn precedence(&self) -> Option<Precedence> {
        if !self.has_priorities {
            return None;
        }
        let cores = self.core_count()? as usize;
        let urgencies = self.urgencies();
        let ids = (0..self.tasks.len()).map(|index| TaskId(index as u32));
        let contends = |task: TaskId| {
            let current = self.task(task).current;
            let is_working = current.is_some_and(|current| matches!(self.activity(current).status, Status::Working(_)));
            is_working || self.has_turn(task)
        };
        let mut contenders: Vec<_> = ids
            .filter(|&task| contends(task))
            .map(|task| (urgencies[task.0 as usize].priority, task))
            .collect();
        contenders.sort_unstable();
        Some(Precedence {
            urgencies,
            contenders,
            cores,
        })
    }

    fn urgencies(&self) -> Vec<Urgency> {
        let mut waits = Vec::new();
        for object in &self.objects {
            object
                .primitive
                .inheriting(&mut |waiter, holder| waits.push((waiter, holder)));
        }
        if !waits.is_empty() {
            waits.extend(self.waits_for_calls());
        }
        primitives::inherit(self.tasks.iter().map(|task| task.priority), &waits)
    }

    /// Who waits for a call of its own that has a lane, and for which: what runs there runs for whoever waits.
    fn waits_for_calls(&self) -> impl Iterator<Item = (Actor, Actor)> {
        self.activities.iter().flatten().filter_map(|activity| {
            let Status::Waiting(promise) = activity.status else {
                return None;
            };
            match self.heap.as_promise(Value::Object(promise))?.origin {
                Origin::Task(lane) if self.task(TaskId(lane)).is_call => Some((Actor(activity.lane.0), Actor(lane))),
                Origin::Task(_)
                | Origin::None
                | Origin::Call(_)
                | Origin::Timer { .. }
                | Origin::Host { .. }
                | Origin::Io
                | Origin::Aggregate { .. } => None,
            }
        })
    }

    /// Why a task that could run has to wait for a more urgent one, as a sentence.
    pub(crate) fn why_outranked(&self, task: TaskId) -> Option<String> {
        let precedence = self.precedence()?;
        let first = precedence.before(task)?;
        let urgency = |task: TaskId| precedence.urgencies[task.0 as usize];
        let name = |task: TaskId| &self.task(task).name;
        let lent = match urgency(first).inherited_from {
            Some(Actor(from)) => format!(", inherited from {}", name(TaskId(from))),
            None => String::new(),
        };
        Some(format!(
            "{} is ready with priority {}, but {} goes first with priority {}{lent}",
            name(task),
            urgency(task).priority,
            name(first),
            urgency(first).priority,
        ))
    }
}
