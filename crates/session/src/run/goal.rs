//! How far to go on. Owns what each way of stepping follows and where it ends. What is known of the future is repeated
//! whatever the goal is; only beyond that a goal has a say in who goes next.

use world::{Choice, TaskId};

use super::Run;

/// How far to go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Goal {
    /// To the end of the run.
    #[default]
    End,
    /// Until another lane's turn than the first.
    Switch {
        /// The lane of the first step, once it was taken; `None` if that was nobody's.
        first: Option<Option<TaskId>>,
    },
    /// Until this lane waits or is over.
    Blocked(TaskId),
    /// The same, whatever is known of the future.
    Alone(TaskId),
    /// Until this lane is on another line, and in no call that it was not in.
    Over {
        /// The lane.
        task: TaskId,
        /// The line that it was on.
        line: u32,
        /// How many calls it was in.
        depth: usize,
    },
}

impl Goal {
    /// Over the line on which this lane is.
    pub(crate) fn over(run: &Run, task: TaskId) -> Goal {
        Goal::Over {
            task,
            line: run.world().line_of(task),
            depth: run.world().depth_of(task),
        }
    }

    /// The next step, if there is one that needs no learner.
    pub(crate) fn next_choice(self, run: &mut Run) -> Option<Choice> {
        let own = match self {
            Goal::End | Goal::Switch { .. } => None,
            Goal::Blocked(task) | Goal::Over { task, .. } if run.cursor() == run.known() => Some(task),
            Goal::Blocked(_) | Goal::Over { .. } => None,
            Goal::Alone(task) => Some(task),
        };
        let own = own
            .map(Choice::Run)
            .filter(|choice| run.open_choices().contains(choice));
        match self {
            Goal::Alone(_) => own,
            Goal::End | Goal::Switch { .. } | Goal::Blocked(_) | Goal::Over { .. } => own.or_else(|| run.next_choice()),
        }
    }

    /// Whether it is reached before this step is taken; else the step counts.
    pub(crate) fn ends_before(&mut self, choice: Choice) -> bool {
        let Goal::Switch { first } = self else { return false };
        let whose = match choice {
            Choice::Run(task) => Some(task),
            Choice::Advance | Choice::Complete(_) => None,
            // Decides what the lane before it left open.
            Choice::Pick(_) => return false,
        };
        match *first {
            None => *first = Some(whose),
            Some(before) => return before != whose,
        }
        false
    }

    /// Whether it is reached now that a step was taken.
    pub(crate) fn ends_after(self, run: &Run) -> bool {
        let world = run.world();
        match self {
            Goal::End | Goal::Switch { .. } => false,
            Goal::Blocked(task) | Goal::Alone(task) => !world.can_go_on(task),
            Goal::Over { task, line, depth } => {
                let now = world.line_of(task);
                let is_elsewhere = now != line && now > 0 && world.depth_of(task) <= depth;
                is_elsewhere || world.depth_of(task) == 0
            }
        }
    }
}
