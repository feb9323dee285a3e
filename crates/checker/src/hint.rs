//! What to tell a learner who wants to break the program and is somewhere in the middle.
//!
//! Owns the hints: first a question about what is held or read, then how far it is, then the very choice. Knows where it
//! goes wrong from a search; says nothing that the search has not seen.

use std::collections::{BTreeMap, BTreeSet};

use world::{Choice, EventKind, Log, ObjectId, TaskId, TaskState, World};

use crate::Verdict;
use crate::explain::names::{Names, listed, of_object};

/// Where a run stands, and how it could go wrong from there.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Hint {
    /// How many steps lead from here to the nearest violation, if any is known that does.
    pub distance: Option<u32>,
    /// What kind it is.
    pub verdict: Option<Verdict>,
    /// The first of these steps.
    pub choice: Option<Choice>,
    /// Whether every interleaving was looked at: then there is no nearer one, and if there is none, it cannot go wrong any
    /// more.
    pub is_certain: bool,
    /// Questions and remarks for the learner, the gentlest first; the last one names the choice.
    pub nudges: Vec<String>,
}

/// Puts together what to say in a world that was reached with this log.
pub(crate) fn nudges(
    world: &World,
    log: &Log,
    distance: Option<u32>,
    choice: Option<Choice>,
    is_certain: bool,
) -> Vec<String> {
    let names = Names::of(world);
    let Some(distance) = distance else {
        let sentence = if is_certain {
            "From here on nothing can go wrong any more: go back some steps."
        } else {
            "No way to go wrong from here is known yet."
        };
        return vec![sentence.to_owned()];
    };
    let mut nudges = Vec::new();
    let chosen = match choice {
        Some(Choice::Run(task)) => Some(task),
        Some(Choice::Advance | Choice::Pick(_) | Choice::Complete(_)) | None => None,
    };
    nudges.extend(about_objects(world, log, &names));
    nudges.extend(about_variables(log, &names, chosen));
    nudges.push(match distance {
        0 => "It has gone wrong already.".to_owned(),
        1 => "One step is missing.".to_owned(),
        _ => format!("It can go wrong in {distance} steps."),
    });
    nudges.extend(choice.map(|choice| match choice {
        Choice::Run(task) => format!("Let {} go on next.", names.of_task(task)),
        Choice::Advance => "Let the clock go on next.".to_owned(),
        Choice::Pick(pick) => format!("Pick number {} of what is offered.", pick + 1),
        Choice::Complete(_) => "Let what is under way outside be done next.".to_owned(),
    }));
    nudges
}

/// Who holds what, and who waits for it.
fn about_objects(world: &World, log: &Log, names: &Names) -> Vec<String> {
    let mut holders: BTreeMap<ObjectId, Vec<TaskId>> = BTreeMap::new();
    for event in &log.events {
        match event.kind {
            EventKind::Acquired { object, units, .. } => {
                let held = holders.entry(object).or_default();
                held.extend(std::iter::repeat_n(event.task, units as usize));
            }
            EventKind::Released { object, units, .. } => {
                let held = holders.entry(object).or_default();
                for _ in 0..units {
                    if let Some(at) = held.iter().position(|&task| task == event.task) {
                        held.remove(at);
                    }
                }
            }
            _ => {}
        }
    }
    let waiting = |object: ObjectId| -> Vec<String> {
        let tasks = world.tasks().into_iter().filter(|view| match &view.state {
            TaskState::Blocked(world::WaitReason::Object { object: at, .. }) => *at == object,
            _ => false,
        });
        tasks.map(|view| names.of_task(view.id)).collect()
    };
    let held = holders.into_iter().filter(|(_, tasks)| !tasks.is_empty());
    held.map(|(object, tasks)| {
        let tasks: BTreeSet<TaskId> = tasks.into_iter().collect();
        let by: Vec<String> = tasks.into_iter().map(|task| names.of_task(task)).collect();
        let (verb, name) = (if by.len() == 1 { "holds" } else { "hold" }, of_object(log, object));
        match waiting(object).as_slice() {
            [] => format!("{} {verb} {name}. Who else wants it?", listed(&by)),
            waiting => format!(
                "{} {verb} {name}, and {} already wants it.",
                listed(&by),
                listed(waiting)
            ),
        }
    })
    .collect()
}

/// Who has read something and not written it yet, when it is another one's turn.
fn about_variables(log: &Log, names: &Names, chosen: Option<TaskId>) -> Vec<String> {
    let mut open: BTreeSet<(TaskId, &str)> = BTreeSet::new();
    for event in &log.events {
        match &event.kind {
            EventKind::Read { name, .. } => {
                open.insert((event.task, name));
            }
            EventKind::Wrote { name, .. } => {
                open.remove(&(event.task, name.as_str()));
            }
            EventKind::Finished | EventKind::Cancelled | EventKind::Failed { .. } => {
                open.retain(|&(task, _)| task != event.task)
            }
            _ => {}
        }
    }
    let open = open
        .into_iter()
        .filter(|&(task, _)| chosen.is_some_and(|chosen| chosen != task));
    open.map(|(task, name)| {
        format!(
            "{} has read `{name}`. What if another task changes it first?",
            names.of_task(task)
        )
    })
    .collect()
}
