//! What is said on standard error when a run is over, and the exit code of it.

use world::{FailureKind, Outcome, World};

use crate::drive::Stop;
use crate::exit::{Exit, Failure};
use crate::input::Source;

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
            line,
            stack,
            ..
        } => {
            tell_failure(source, *failure, message, *line, stack);
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
            eprintln!(
                "lanes: {}: the program reached {}{}",
                source.name,
                limit.describe(),
                at_line(*line)
            );
            Exit::Limit
        }
    }
}

/// As Node does: the place, the line of the program, the error and the calls that led there.
fn tell_failure(source: &Source, failure: FailureKind, message: &str, line: u32, stack: &[String]) {
    if line > 0 {
        eprintln!("{}:{line}", source.name);
        if let Some(text) = source.line(line) {
            let indent = text.len() - text.trim_start().len();
            eprintln!("{text}\n{}^\n", " ".repeat(indent));
        }
    }
    match failure {
        FailureKind::Assertion => eprintln!("Assertion failed: {message}"),
        FailureKind::Always => eprintln!("Always violated: {message}"),
        FailureKind::UncaughtError | FailureKind::UnhandledRejection => eprintln!("{message}"),
    }
    for call in stack {
        eprintln!("    at {call}");
    }
}

fn at_line(line: u32) -> String {
    if line == 0 {
        String::new()
    } else {
        format!(" on line {line}")
    }
}
