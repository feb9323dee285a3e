//! What a screen may ask of a world: tasks and variables in words.

use clock::Instant;

use crate::task::{Progress, Status};
use crate::wait_for::ByLane;
use crate::{Choice, Model, TaskId, WaitReason, World};

/// How a task is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum TaskState {
    /// It can take a step, and another one took the last.
    Runnable,
    /// It took the last step and can go on.
    Running,
    /// It waits.
    Blocked(WaitReason),
    /// It waits for the clock.
    Sleeping {
        /// When it is woken.
        until: Instant,
    },
    /// It computes on a core.
    Working {
        /// When it is done.
        until: Instant,
    },
    /// Its function has returned.
    Done,
    /// Its function has thrown.
    Failed,
    /// It has ended with the error that it was cancelled with, or never began.
    Cancelled,
}

/// A task as it is now.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct TaskView {
    /// Its number.
    pub id: TaskId,
    /// Its name.
    pub name: String,
    /// How it is.
    pub state: TaskState,
    /// The line on which it stands, counted from 1; 0 if nowhere.
    pub line: u32,
    /// The column in UTF-16 code units, counted from 1; 0 if nowhere.
    pub column: u32,
    /// Whether it may be chosen now.
    pub can_run: bool,
    /// Why not, as a sentence.
    pub why_not: Option<String>,
}

/// A variable of a task as it is now.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Variable {
    /// The function that it belongs to.
    pub frame: String,
    /// Its name.
    pub name: String,
    /// Its value in one line.
    pub value: String,
    /// Whether another task can reach it.
    pub is_shared: bool,
}

impl World {
    /// Every task there has been, by number.
    #[must_use]
    pub fn tasks(&self) -> Vec<TaskView> {
        self.tasks_among((0..self.tasks.len() as u32).map(TaskId))
    }

    /// These tasks, which there have been, in the order in which they are named. What is open is found out once for all.
    #[must_use]
    pub fn tasks_among(&self, wanted: impl IntoIterator<Item = TaskId>) -> Vec<TaskView> {
        let mut open = Vec::new();
        self.choices(&mut open);
        let ready = self.ready_lanes();
        let lanes = ByLane::new(self);
        wanted
            .into_iter()
            .map(|id| self.view_of(id, &open, &ready, &lanes))
            .collect()
    }

    /// The lines on which tasks stand that have not ended well, by number; whoever has not begun stands nowhere.
    pub fn standing(&self) -> impl Iterator<Item = (TaskId, u32)> {
        let numbered = (0..).map(TaskId).zip(&self.tasks);
        let stands = numbered.filter(|(_, task)| match task.progress {
            Progress::Going | Progress::Failed => true,
            Progress::Done | Progress::Cancelled => false,
        });
        let lines = stands.map(|(id, _)| (id, self.place_of_lane(id).line));
        lines.filter(|&(_, line)| line > 0)
    }

    /// What a task is called.
    #[must_use]
    pub fn name_of(&self, id: TaskId) -> Option<&str> {
        self.tasks.get(id.0 as usize).map(|task| task.name.as_ref())
    }

    /// How many tasks there have been.
    #[must_use]
    pub fn task_count(&self) -> usize {
        self.tasks.len()
    }

    /// The line on which a task stands, counted from 1; 0 if nowhere.
    #[must_use]
    pub fn line_of(&self, id: TaskId) -> u32 {
        if (id.0 as usize) < self.tasks.len() {
            self.place_of_lane(id).line
        } else {
            0
        }
    }

    /// How many calls a task is in, over all that it has under way.
    #[must_use]
    pub fn depth_of(&self, id: TaskId) -> usize {
        let live = self.activities.iter().flatten();
        live.filter(|activity| activity.lane == id)
            .map(|activity| activity.fiber.depth())
            .sum()
    }

    /// Whether a task could go on if it were its turn: it neither waits nor computes and is not over.
    #[must_use]
    pub fn can_go_on(&self, id: TaskId) -> bool {
        (id.0 as usize) < self.tasks.len()
            && matches!(
                self.state_of(id, &self.ready_lanes()),
                TaskState::Runnable | TaskState::Running
            )
    }

    /// One task.
    pub(crate) fn task_view(&self, id: TaskId) -> TaskView {
        let mut open = Vec::new();
        self.choices(&mut open);
        self.view_of(id, &open, &self.ready_lanes(), &ByLane::new(self))
    }

    /// One task, given the open choices and what could run.
    fn view_of(&self, id: TaskId, open: &[Choice], ready: &[bool], lanes: &ByLane<'_>) -> TaskView {
        let task = self.task(id);
        // Tasks come first in what is open, by number.
        let tasks = open.partition_point(|choice| matches!(choice, Choice::Run(_)));
        let can_run = open[..tasks].binary_search(&Choice::Run(id)).is_ok();
        let state = self.state_of(id, ready);
        let why_not = if can_run {
            None
        } else {
            Some(self.why_not(id, &state, lanes))
        };
        let place = self.place_of_lane(id);
        TaskView {
            id,
            name: task.name.to_string(),
            state,
            line: place.line,
            column: place.column,
            can_run,
            why_not,
        }
    }

    fn state_of(&self, id: TaskId, ready: &[bool]) -> TaskState {
        let task = self.task(id);
        if let Some(current) = task.current
            && let Status::Working(until) = self.activity(current).status
        {
            return TaskState::Working { until };
        }
        if ready.get(id.0 as usize).copied().unwrap_or_default() {
            return if self.last_ran == Some(id) {
                TaskState::Running
            } else {
                TaskState::Runnable
            };
        }
        match (task.progress, &task.reason) {
            (Progress::Done, _) => TaskState::Done,
            (Progress::Failed, _) => TaskState::Failed,
            (Progress::Cancelled, _) => TaskState::Cancelled,
            (Progress::Going, Some(WaitReason::Sleep { until })) => TaskState::Sleeping { until: *until },
            (Progress::Going, Some(reason)) => TaskState::Blocked(reason.clone()),
            (Progress::Going, None) => TaskState::Blocked(WaitReason::Promise),
        }
    }

    /// For each lane, whether anything of it could run if it were its turn. Found out for all at once, as there may be
    /// thousands, with thousands of activities.
    fn ready_lanes(&self) -> Vec<bool> {
        if let Model::Tasks | Model::Threads = self.setup.model {
            return (0..self.tasks.len() as u32)
                .map(|id| self.has_turn(TaskId(id)))
                .collect();
        }
        let mut ready = vec![false; self.tasks.len()];
        let activities = self.activities.iter().flatten();
        let ready_ones = activities.filter(|activity| matches!(activity.status, Status::Ready));
        let jobs = self.jobs.iter().chain(&self.seldom.ticks);
        let lanes = ready_ones
            .map(|activity| activity.lane)
            .chain(self.next_lane())
            .chain(jobs.filter_map(|job| self.lane_of_job(job)));
        for lane in lanes {
            ready[lane.0 as usize] = true;
        }
        ready
    }

    fn why_not(&self, id: TaskId, state: &TaskState, lanes: &ByLane<'_>) -> String {
        let name = &self.task(id).name;
        match state {
            TaskState::Done => format!("{name} has finished"),
            TaskState::Failed => format!("{name} has failed"),
            TaskState::Cancelled => format!("{name} was cancelled"),
            TaskState::Working { until } => format!("{name} computes until {until}"),
            TaskState::Sleeping { until } => format!("{name} sleeps until {until}"),
            TaskState::Blocked(_) => format!("{name} {}", self.explain_wait(id, lanes)),
            TaskState::Runnable | TaskState::Running
                if self.seldom.outcome.is_none() && self.seldom.offer.is_some() =>
            {
                match self.picker() {
                    Some(picker) if picker != id => {
                        format!("{name} is ready, but first comes what {} gets", self.task(picker).name)
                    }
                    Some(_) | None => format!("{name} goes on when it is decided what it gets"),
                }
            }
            TaskState::Runnable | TaskState::Running => match (&self.seldom.outcome, self.setup.model) {
                (Some(_), _) => "the run has ended".to_owned(),
                (None, Model::EventLoop) => format!("{name} is ready, but the event loop takes its jobs in order"),
                (None, Model::Tasks | Model::Threads) => self
                    .why_outranked(id)
                    .unwrap_or_else(|| format!("{name} is ready, but every core computes")),
            },
        }
    }

    /// The variables that a task can see, innermost function first.
    #[must_use]
    pub fn variables(&self, id: TaskId) -> Vec<Variable> {
        let Some(body) = self.innermost(id) else {
            return Vec::new();
        };
        let Some(body) = self.live(body) else {
            return Vec::new();
        };
        let frames = body.fiber.locals(&self.heap, &self.program);
        let mut variables = Vec::new();
        for frame in frames {
            let name = self.program.function(frame.function).name;
            for local in frame
                .variables
                .iter()
                .filter(|local| local.value != vm::Value::Uninitialized)
            {
                variables.push(Variable {
                    frame: self.program.atom(name).to_owned(),
                    name: self.program.atom(local.name).to_owned(),
                    value: vm::short(&self.heap, &self.program, local.value),
                    is_shared: local.is_shared,
                });
            }
        }
        variables
    }

    /// The activity that stands for a lane: the newest that lives.
    pub(crate) fn innermost(&self, id: TaskId) -> Option<crate::task::ActivityId> {
        let task = self.task(id);
        task.current.or_else(|| {
            let live = self
                .activities
                .iter()
                .enumerate()
                .filter(|(_, place)| place.as_ref().is_some_and(|activity| activity.lane == id));
            live.max_by_key(|(index, _)| *index)
                .map(|(index, _)| crate::task::ActivityId(index as u32))
        })
    }
}
