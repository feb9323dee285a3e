//! How a run ended.

use std::fmt;

use crate::{FailureKind, LimitKind, TaskId};

/// How a run ended. A world with an outcome takes no further step.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Outcome {
    /// Every task that is no daemon has finished and nothing is left to happen.
    Finished,
    /// A property failed or an error was not caught.
    Failed {
        /// Which of them.
        failure: FailureKind,
        /// The error as Node prints it, or the assertion's message.
        message: String,
        /// The task that it happened in.
        task: TaskId,
        /// The line, 0 if there is none.
        line: u32,
        /// The column there, 0 or 1 if it is not known.
        column: u32,
        /// The calls that led there and those that await them, innermost first: `name (line 7)`, `async main (line 9)`.
        stack: Vec<String>,
    },
    /// Nothing can ever happen again and these tasks have not finished.
    Deadlock {
        /// The tasks that wait.
        tasks: Vec<TaskId>,
        /// Who waits for what, held by whom: one sentence each.
        explanation: Vec<String>,
    },
    /// The run met a bound.
    Limit {
        /// Which one.
        limit: LimitKind,
        /// The task that met it.
        task: TaskId,
        /// The line, 0 if there is none.
        line: u32,
    },
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Outcome::Finished => f.write_str("finished"),
            Outcome::Failed {
                failure, message, line, ..
            } => write!(f, "{failure} on line {line}: {message}"),
            Outcome::Deadlock { explanation, .. } => write!(f, "deadlock: {}", explanation.join("; ")),
            Outcome::Limit { limit, line, .. } => write!(f, "reached {} on line {line}", limit.describe()),
        }
    }
}
