//! Names and sentences.
//!
//! Owns what tasks and objects are called, and how a list and a sentence are put together.

use world::{EventKind, Log, ObjectId, TaskId, World};

/// What tasks are called: by name, and by number as well where another task has the same name.
pub(crate) struct Names {
    names: Vec<String>,
}

impl Names {
    pub(crate) fn of(world: &World) -> Names {
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

    pub(crate) fn of_task(&self, task: TaskId) -> String {
        self.names
            .get(task.0 as usize)
            .cloned()
            .unwrap_or_else(|| format!("task {}", task.0))
    }
}

pub(crate) fn line_of(world: &World, task: TaskId) -> u32 {
    world
        .tasks()
        .iter()
        .find(|view| view.id == task)
        .map_or(0, |view| view.line)
}

pub(crate) fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// `start: detail.`, without the colon if there is no detail, and with one full stop at the end.
pub(crate) fn sentence(start: &str, detail: &str) -> String {
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

/// What an object is called.
pub(crate) fn of_object(log: &Log, object: ObjectId) -> String {
    let name = log.events.iter().find_map(|event| match &event.kind {
        EventKind::Created { object: made, name, .. } if *made == object => Some(name.clone()),
        _ => None,
    });
    name.unwrap_or_else(|| format!("object {}", object.0))
}

/// `1 step`, `2 steps`.
pub(crate) fn counted(count: usize, one: &str) -> String {
    match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    }
}
