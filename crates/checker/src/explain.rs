//! What a finding says to the learner.
//!
//! Owns the sentences, made from the events and the outcome of the run that shows it. Decides nothing: by now it is
//! certain what was found.

use std::collections::BTreeMap;

use world::{EventKind, FailureKind, Outcome, TaskId, World};

use crate::replay::Replayed;
use crate::search::Found;
use crate::{Finding, Verdict};

/// Puts a finding into words.
pub(crate) fn finding(found: &Found, replayed: Replayed, final_line: Option<&str>) -> Finding {
    let verdict = found.verdict;
    let words = match verdict {
        Verdict::LostUpdate => lost_update(&replayed),
        Verdict::Livelock => livelock(&replayed),
        Verdict::FinalOutput => final_output(&replayed, final_line),
        Verdict::Assertion
        | Verdict::Always
        | Verdict::Eventually
        | Verdict::Breach
        | Verdict::Exception
        | Verdict::Deadlock => outcome(&replayed),
        Verdict::Sometimes
        | Verdict::Stuck
        | Verdict::Race
        | Verdict::Starvation
        | Verdict::Leak
        | Verdict::OverRelease
        | Verdict::Holds
        | Verdict::Bounded => Words::default(),
    };
    Finding {
        verdict,
        message: words.message,
        line: words.line,
        task: words.task,
        variable: words.variable,
        steps: replayed.step_count(),
        switches: replayed.switches,
        preemptions: replayed.preemptions,
        lap: replayed.lap,
        schedule: replayed.schedule,
        explanation: words.explanation,
    }
}

#[derive(Default)]
struct Words {
    message: String,
    line: u32,
    task: Option<TaskId>,
    variable: Option<String>,
    explanation: Vec<String>,
}

fn outcome(replayed: &Replayed) -> Words {
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

fn lost_update(replayed: &Replayed) -> Words {
    let names = Names::of(&replayed.world);
    let lost = replayed.last_events().iter().find_map(|event| {
        let EventKind::LostUpdate {
            name,
            read_line,
            overwritten_by,
            overwritten_line,
        } = &event.kind
        else {
            return None;
        };
        Some((event, name, *read_line, *overwritten_by, *overwritten_line))
    });
    let Some((event, name, read_line, other, other_line)) = lost else {
        return Words::default();
    };
    let (reader, writer) = (names.of_task(event.task), names.of_task(other));
    let read = latest(replayed, event.task, read_line, |kind| {
        let EventKind::Read { name: read, value } = kind else {
            return None;
        };
        (read == name).then_some(value)
    });
    let write_of = |task: TaskId, line: u32| {
        latest(replayed, task, line, |kind| {
            let EventKind::Wrote {
                name: written, value, ..
            } = kind
            else {
                return None;
            };
            (written == name).then_some(value)
        })
    };
    let valued = |value: Option<&String>| value.map(|value| format!(" ({value})")).unwrap_or_default();
    Words {
        message: format!("{reader} overwrites an update of `{name}` that {writer} has made: that update is lost."),
        line: event.line,
        task: Some(event.task),
        variable: Some(name.clone()),
        explanation: vec![
            format!("{reader} reads `{name}`{} on line {read_line}.", valued(read)),
            format!(
                "{writer} then writes `{name}`{} on line {other_line}.",
                valued(write_of(other, other_line))
            ),
            format!(
                "{reader} writes `{name}`{} on line {}, computed from what it had read before.",
                valued(write_of(event.task, event.line)),
                event.line
            ),
        ],
    }
}

/// What the last event of a task on a line says, of those that say anything.
fn latest<'a>(
    replayed: &'a Replayed,
    task: TaskId,
    line: u32,
    say: impl Fn(&'a EventKind) -> Option<&'a String>,
) -> Option<&'a String> {
    let events = replayed.log.events.iter().rev();
    events
        .filter(|event| event.task == task && event.line == line)
        .find_map(|event| say(&event.kind))
}

fn livelock(replayed: &Replayed) -> Words {
    let names = Names::of(&replayed.world);
    let lap = replayed.lap.unwrap_or(0);
    let before = replayed.step_count().saturating_sub(lap);
    let mut lines: BTreeMap<TaskId, Vec<u32>> = BTreeMap::new();
    for event in replayed.events_from(before).iter().filter(|event| event.line != 0) {
        let passed = lines.entry(event.task).or_default();
        if !passed.contains(&event.line) {
            passed.push(event.line);
        }
    }
    let mut explanation = vec![format!(
        "After {before} {} the program is in a state that comes back after {lap} more, and so on without end.",
        if before == 1 { "step" } else { "steps" }
    )];
    for (&task, passed) in &lines {
        let plural = if passed.len() == 1 { "line" } else { "lines" };
        let passed: Vec<String> = passed.iter().map(u32::to_string).collect();
        explanation.push(format!(
            "{} passes {plural} {} on the way round.",
            names.of_task(task),
            listed(&passed)
        ));
    }
    let first = lines.iter().next();
    Words {
        message: "From here on the program can never end, whoever runs next.".to_owned(),
        line: first.and_then(|(_, passed)| passed.first()).copied().unwrap_or(0),
        task: first.filter(|_| lines.len() == 1).map(|(&task, _)| task),
        variable: None,
        explanation,
    }
}

fn final_output(replayed: &Replayed, expected: Option<&str>) -> Words {
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

/// What tasks are called: by name, and by number as well where another task has the same name.
struct Names {
    names: Vec<String>,
}

impl Names {
    fn of(world: &World) -> Names {
        let tasks = world.tasks();
        let is_shared = |name: &str| tasks.iter().filter(|task| task.name == name).count() > 1;
        let names = tasks
            .iter()
            .map(|task| match is_shared(&task.name) {
                true => format!("{} (task {})", task.name, task.id.0),
                false => task.name.clone(),
            })
            .collect();
        Names { names }
    }

    fn of_task(&self, task: TaskId) -> String {
        self.names
            .get(task.0 as usize)
            .cloned()
            .unwrap_or_else(|| format!("task {}", task.0))
    }
}

fn line_of(world: &World, task: TaskId) -> u32 {
    world
        .tasks()
        .iter()
        .find(|view| view.id == task)
        .map_or(0, |view| view.line)
}

fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `start: detail.`, without the colon if there is no detail, and with one full stop at the end.
fn sentence(start: &str, detail: &str) -> String {
    let text = if detail.is_empty() {
        start.to_owned()
    } else {
        format!("{start}: {detail}")
    };
    if text.ends_with(['.', '!', '?']) {
        text
    } else {
        format!("{text}.")
    }
}
