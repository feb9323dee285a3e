//! Runs without end.
//!
//! Owns the words for livelock, starvation and being stuck: how one gets there, who does what on the way round, and who
//! waits for what meanwhile.

use std::collections::BTreeMap;

use world::{Detail, Log, Policy, Scheduler, TaskId, World};

use super::Words;
use super::names::{Names, counted, line_of, listed};
use crate::replay::Replayed;

/// How long others are let go on, to see where they come to wait.
const STEPS_ON: u32 = 500;

pub(super) fn livelock(replayed: &Replayed) -> Words {
    let names = Names::of(&replayed.world);
    let lines = lines_of_lap(replayed);
    let going: Vec<String> = lines.keys().map(|&task| names.of_task(task)).collect();
    let message = match going.as_slice() {
        [] => "The program can go round for ever and gets nowhere.".to_owned(),
        [only] => format!("{only} can go round for ever and gets nowhere."),
        _ => format!("{} can go round for ever, and nobody gets anywhere.", listed(&going)),
    };
    let mut explanation = vec![way_round(replayed)];
    explanation.extend(passed(&names, &lines));
    explanation.push("Nobody is kept from running, so that no fair scheduler breaks it up.".to_owned());
    let first = lines.iter().next();
    Words {
        message,
        line: first.and_then(|(_, passed)| passed.first()).copied().unwrap_or(0),
        task: first.filter(|_| lines.len() == 1).map(|(&task, _)| task),
        variable: None,
        explanation,
    }
}

pub(super) fn starvation(replayed: &Replayed) -> Words {
    let Some(task) = replayed.waiting else {
        return Words::default();
    };
    let names = Names::of(&replayed.world);
    let name = names.of_task(task);
    let mut lines = lines_of_lap(replayed);
    let retries = lines.remove(&task).is_some();
    let mut explanation = vec![way_round(replayed)];
    explanation.extend(passed(&names, &lines));
    explanation.extend(wait_of(&replayed.world, task));
    if retries {
        explanation.push(format!(
            "{name} asks again on every way round, and is too late every time."
        ));
    }
    explanation.push(format!(
        "{name} could get on if the others let it, but even a fair scheduler may never come to that."
    ));
    Words {
        message: format!("{name} may wait for ever while others go on."),
        line: line_of(&replayed.world, task),
        task: Some(task),
        variable: None,
        explanation,
    }
}

pub(super) fn stuck(replayed: &Replayed) -> Words {
    let Some(task) = replayed.waiting else {
        return Words::default();
    };
    let name = Names::of(&replayed.world).of_task(task);
    // The task can be doomed before those who doom it have come to where they wait themselves.
    let later = let_others_go_on(&replayed.world);
    let waiting = later
        .tasks()
        .into_iter()
        .filter(|view| view.id == task || later.waits_to_be_served(view.id));
    let mut explanation: Vec<String> = waiting.filter_map(|view| wait_of(&later, view.id)).collect();
    explanation.push("Others can go on, but nothing that they do ends the run or lets it on.".to_owned());
    Words {
        message: format!("From here on nothing can ever let {name} go on, although the program runs on."),
        line: line_of(&replayed.world, task),
        task: Some(task),
        variable: None,
        explanation,
    }
}

/// The world some steps later, when everybody has had a turn.
fn let_others_go_on(world: &World) -> World {
    let mut world = world.clone();
    let mut log = Log::new(Detail::Findings);
    let mut scheduler = Scheduler::new(Policy::Random { seed: 0 });
    for _ in 0..STEPS_ON {
        let Some(choice) = scheduler.next(&world) else { break };
        world.step_enabled(choice, &mut log);
    }
    world
}

/// What a task waits for, held by whom, as a sentence.
fn wait_of(world: &World, task: TaskId) -> Option<String> {
    let view = world.tasks().into_iter().find(|view| view.id == task)?;
    view.why_not.map(|why| format!("{why}."))
}

fn way_round(replayed: &Replayed) -> String {
    let lap = replayed.lap.unwrap_or(0);
    let before = replayed.step_count().saturating_sub(lap);
    format!(
        "After {} the program is in a state that comes back after {lap} more, and so on without end.",
        counted(before as usize, "step")
    )
}

/// The lines that each task passes on the lap.
fn lines_of_lap(replayed: &Replayed) -> BTreeMap<TaskId, Vec<u32>> {
    let mut lines: BTreeMap<TaskId, Vec<u32>> = BTreeMap::new();
    for event in replayed.lap_events().iter().filter(|event| event.line != 0) {
        let passed = lines.entry(event.task).or_default();
        if !passed.contains(&event.line) {
            passed.push(event.line);
        }
    }
    lines
}

fn passed(names: &Names, lines: &BTreeMap<TaskId, Vec<u32>>) -> Vec<String> {
    let each = lines.iter().map(|(&task, passed)| {
        let plural = if passed.len() == 1 { "line" } else { "lines" };
        let passed: Vec<String> = passed.iter().map(u32::to_string).collect();
        format!(
            "{} passes {plural} {} on the way round.",
            names.of_task(task),
            listed(&passed)
        )
    });
    each.collect()
}
