//! What is taken and not given back, and given back and not taken; and what is never true.
//!
//! Owns the words for leaks, over-releases and conditions that no run reaches.

use world::{Event, EventKind, ObjectId, TaskId};

use super::Words;
use super::names::{Names, listed, of_object};
use crate::replay::Replayed;

pub(super) fn leak(replayed: &Replayed) -> Words {
    let names = Names::of(&replayed.world);
    let leaked: Vec<(&Event, ObjectId)> = replayed
        .last_events()
        .iter()
        .filter_map(|event| match event.kind {
            EventKind::Leaked { object } => Some((event, object)),
            _ => None,
        })
        .collect();
    let Some((first, object)) = leaked.first() else {
        return Words::default();
    };
    let told = leaked.iter().map(|(event, object)| {
        let (task, object) = (names.of_task(event.task), of_object(&replayed.log, *object));
        format!("{task} takes {object} on line {} and never gives it back.", event.line)
    });
    Words {
        message: format!(
            "Every task has finished, and {} still holds {}.",
            names.of_task(first.task),
            of_object(&replayed.log, *object)
        ),
        line: first.line,
        task: Some(first.task),
        variable: None,
        explanation: told.collect(),
    }
}

pub(super) fn over_release(replayed: &Replayed) -> Words {
    let names = Names::of(&replayed.world);
    let events = &replayed.log.events;
    let found = events.iter().rev().find_map(|event| match event.kind {
        EventKind::OverRelease { object } => Some((event, object)),
        _ => None,
    });
    let Some((event, object)) = found else {
        return super::end::outcome(replayed);
    };
    let name = of_object(&replayed.log, object);
    let by = names.of_task(event.task);
    let mut explanation = Vec::new();
    if let Some((task, line)) = last_release(events, object) {
        explanation.push(format!(
            "It was given back last by {} on line {line}.",
            names.of_task(task)
        ));
    }
    if let Some(task) = holder(events, object).filter(|&task| task != event.task) {
        explanation.push(format!("It is held by {}.", names.of_task(task)));
    }
    Words {
        message: format!(
            "{by} gives back {name}, which it does not hold, on line {}.",
            event.line
        ),
        line: event.line,
        task: Some(event.task),
        variable: None,
        explanation,
    }
}

fn last_release(events: &[Event], object: ObjectId) -> Option<(TaskId, u32)> {
    events.iter().rev().find_map(|event| match event.kind {
        EventKind::Released { object: at, .. } | EventKind::HandedOff { object: at, .. } if at == object => {
            Some((event.task, event.line))
        }
        _ => None,
    })
}

/// Who took the object last, unless it was given back since.
fn holder(events: &[Event], object: ObjectId) -> Option<TaskId> {
    let last = events.iter().rev().find_map(|event| match event.kind {
        EventKind::Acquired { object: at, .. } if at == object => Some(Some(event.task)),
        EventKind::HandedOff { object: at, to, .. } if at == object => Some(Some(to)),
        EventKind::Released { object: at, .. } if at == object => Some(None),
        _ => None,
    });
    last.flatten()
}

pub(super) fn sometimes(replayed: &Replayed, conditions: &[String]) -> Words {
    let quoted: Vec<String> = conditions.iter().map(|name| format!("`{name}`")).collect();
    let named = replayed.last_events().iter().find_map(|event| match &event.kind {
        EventKind::PropertyNamed { name, .. } if conditions.contains(name) => Some((event, name)),
        _ => None,
    });
    let verb = if conditions.len() == 1 { "is" } else { "are" };
    Words {
        message: format!("{} {verb} true in no state that any run reaches.", listed(&quoted)),
        line: named.map_or(0, |(event, _)| event.line),
        task: named.map(|(event, _)| event.task),
        variable: named.map(|(_, name)| name.clone()),
        explanation: vec!["Every interleaving was looked at, so there is no run to show for it.".to_owned()],
    }
}
