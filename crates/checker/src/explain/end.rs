//! Runs that end badly.
//!
//! Owns the words for how a run ended, with the wait-for graph of a deadlock, and for what it printed last.

use world::{EventKind, FailureKind, Outcome};

use super::Words;
use super::names::{Names, line_of, listed, sentence};
use crate::replay::Replayed;

pub(super) fn outcome(replayed: &Replayed) -> Words {
    match replayed.world.outcome() {
        Some(Outcome::Failed {
            failure,
            message,
            task,
            line,
            stack,
            ..
        }) => {
            let names = Names::of(&replayed.world);
            let what = match failure {
                FailureKind::Assertion => "an assertion fails",
                FailureKind::Always => "a property that must always hold is false",
                FailureKind::UncaughtError => "an error is not caught",
                FailureKind::UnhandledRejection => "a rejection is not handled",
                FailureKind::Breach => "two tasks are about to take the same critical step",
                FailureKind::Eventually => "a property that must become true never did",
                FailureKind::OverRelease => "something is given back that is not held",
            };
            let place = if *line == 0 {
                String::new()
            } else {
                format!(" on line {line}")
            };
            let mut explanation = Vec::new();
            if let Some((innermost, callers)) = stack.split_first() {
                let callers: String = callers.iter().map(|caller| format!(", called from {caller}")).collect();
                explanation.push(format!("It happened in {innermost}{callers}."));
            }
            Words {
                message: sentence(&format!("In {}, {what}{place}", names.of_task(*task)), message),
                line: *line,
                task: Some(*task),
                variable: None,
                explanation,
            }
        }
        Some(Outcome::Deadlock { tasks, explanation }) => {
            let names = Names::of(&replayed.world);
            let waiting: Vec<String> = tasks.iter().map(|&task| names.of_task(task)).collect();
            let have = if waiting.len() == 1 { "has" } else { "have" };
            Words {
                message: format!(
                    "Nothing can ever happen again, and {} {have} not finished.",
                    listed(&waiting)
                ),
                line: tasks.first().map_or(0, |&task| line_of(&replayed.world, task)),
                task: None,
                variable: None,
                explanation: explanation.iter().map(|wait| sentence(wait, "")).collect(),
            }
        }
        Some(Outcome::Finished | Outcome::Limit { .. }) | None => Words::default(),
    }
}

pub(super) fn final_output(replayed: &Replayed, expected: Option<&str>) -> Words {
    let printed = replayed.log.events.iter().rev().find_map(|event| {
        let EventKind::Printed { text, .. } = &event.kind else {
            return None;
        };
        Some((text, event))
    });
    let expected = expected.unwrap_or_default();
    match printed {
        Some((text, event)) => Words {
            message: format!("The last line that the program prints is `{text}`, not `{expected}`."),
            line: event.line,
            task: Some(event.task),
            ..Words::default()
        },
        None => Words {
            message: format!("The program prints nothing, not `{expected}`."),
            ..Words::default()
        },
    }
}
