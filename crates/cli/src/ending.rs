//! What is said on standard error when a run is over, and the exit code of it.

use world::{FailureKind, Outcome, TaskId, World, limit_amount};

use crate::drive::Stop;
use crate::exit::{Exit, Failure};
use crate::input::Source;
use crate::machine::limit_option;

/// Says how the run ended.
pub(crate) fn tell(source: &Source, world: &World, stop: Stop) -> Result<Exit, Failure> {
    match stop {
        Stop::Ended => Ok(world
            .outcome()
            .map_or(Exit::Fine, |outcome| tell_outcome(source, world, outcome))),
        Stop::StepLimit => {
            let running = world.tasks().iter().find(|task| task.can_run).map(|task| task.line);
            let place = running.map(at_line).unwrap_or_default();
            eprintln!(
                "lanes: stopped after {} steps{place}; an endless loop? `--max-steps` allows more",
                world.steps()
            );
            Ok(Exit::Limit)
        }
        Stop::ScheduleUsedUp => {
            eprintln!(
                "lanes: the schedule ends here, after {} steps; the run is not over",
                world.steps()
            );
            Ok(Exit::Fine)
        }
        Stop::Misfit(misfit) => Err(Failure::Usage(format!(
            "the schedule does not fit this program: {misfit}"
        ))),
    }
}

fn tell_outcome(source: &Source, world: &World, outcome: &Outcome) -> Exit {
    match outcome {
        Outcome::Finished => Exit::Fine,
        Outcome::Failed {
            failure,
            message,
            task,
            line,
            column,
            stack,
        } => {
            tell_failure(source, *failure, message, (*line, *column), stack);
            tell_lane(world, *task);
            tell_depth(world, message);
            Exit::Finding
        }
        Outcome::Deadlock { tasks, explanation } => {
            let views = world.tasks();
            let names: Vec<&str> = views
                .iter()
                .filter(|view| tasks.contains(&view.id))
                .map(|view| view.name.as_str())
                .collect();
            eprintln!(
                "lanes: deadlock: nothing can happen any more, and not finished: {}",
                names.join(", ")
            );
            for sentence in explanation {
                eprintln!("  {sentence}");
            }
            Exit::Finding
        }
        Outcome::Limit { limit, line, .. } => {
            let amount = limit_amount(*limit, world.setup().limits.value(*limit));
            eprintln!(
                "lanes: {}: the program reached {}, {amount},{}; `{}` allows more",
                source.name,
                limit.describe(),
                at_line(*line),
                limit_option(*limit)
            );
            Exit::Limit
        }
    }
}

/// As Node does: the place, the line of the program, the error and the calls that led there.
fn tell_failure(source: &Source, failure: FailureKind, message: &str, (line, column): (u32, u32), stack: &[String]) {
    if line > 0 {
        eprintln!("{}:{line}", source.name);
        if let Some(text) = source.line(line) {
            eprintln!("{text}\n{}^\n", margin(text, column));
        }
    }
    match failure {
        FailureKind::Assertion => eprintln!("Assertion failed: {message}"),
        FailureKind::Always => eprintln!("Always violated: {message}"),
        FailureKind::Breach => eprintln!("Breach: {message}"),
        FailureKind::Eventually => eprintln!("Eventually violated: {message}"),
        FailureKind::UncaughtError | FailureKind::UnhandledRejection | FailureKind::OverRelease => {
            eprintln!("{message}");
        }
    }
    for call in stack {
        eprintln!("    at {}", with_file(call, &source.name));
    }
}

/// What stands before a column: a tab stays one, so that the mark below comes to stand under it.
fn margin(text: &str, column: u32) -> String {
    let mut units = 0;
    let mut margin = String::new();
    for character in text.chars() {
        if units + 1 >= column as usize {
            break;
        }
        units += character.len_utf16();
        margin.push(if character == '\t' { '\t' } else { ' ' });
    }
    margin
}

/// `f (line 7)` as `f (race.ts:7)`.
fn with_file(call: &str, file: &str) -> String {
    match call.rsplit_once(" (line ") {
        Some((name, line)) => format!("{name} ({file}:{line}"),
        None => call.to_owned(),
    }
}

/// Which lane it was, if there are several.
fn tell_lane(world: &World, task: TaskId) {
    let lanes = world.tasks();
    if let (true, Some(lane)) = (lanes.len() > 1, lanes.iter().find(|lane| lane.id == task)) {
        eprintln!("\nlanes: in lane `{}`", lane.name);
    }
}

/// A stack that is too deep may be meant.
fn tell_depth(world: &World, message: &str) {
    if message == "RangeError: Maximum call stack size exceeded" {
        let depth = world.setup().limits.stack_depth;
        eprintln!("\nlanes: more than {depth} calls inside each other; `--limit-stack-depth` allows more");
    }
}

fn at_line(line: u32) -> String {
    if line == 0 {
        String::new()
    } else {
        format!(" on line {line}")
    }
}
