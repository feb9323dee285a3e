//! What happens to data that tasks share.
//!
//! Owns the words for lost updates and races, with what orders two accesses last.

use world::{EventKind, TaskId};

use super::Words;
use super::names::{Names, of_object};
use super::order::{self, Order};
use crate::replay::Replayed;
use crate::run::RacingAccess;

pub(super) fn lost_update(replayed: &Replayed) -> Words {
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

pub(super) fn race(replayed: &Replayed) -> Words {
    let Some((first, second)) = &replayed.race else {
        return Words::default();
    };
    let names = Names::of(&replayed.world);
    let (a, b) = (names.of_task(first.task), names.of_task(second.task));
    // The place has one name at most, but may be reached by another expression.
    let variable = [&first.name, &second.name].into_iter().find(|name| !name.is_empty());
    let variable = variable.map_or("the same place", String::as_str);
    let what = match (first.is_write, second.is_write) {
        (true, true) => format!("{a} and {b} write `{variable}` at the same time"),
        (true, false) => format!("{a} writes `{variable}` while {b} reads it"),
        (false, _) => format!("{b} writes `{variable}` while {a} reads it"),
    };
    let done = |name: &str, access: &RacingAccess| {
        let verb = if access.is_write { "writes" } else { "reads" };
        format!("{name} {verb} `{}` on line {}.", access.name, access.line)
    };
    let before = replayed.step_count().saturating_sub(2);
    let order = match order::last_common(&replayed.log, before, first.task, second.task) {
        Some(order) => format!(
            "The last thing that orders the two is that {}.",
            ordered(replayed, &names, &order)
        ),
        None => "Nothing orders the two.".to_owned(),
    };
    Words {
        message: format!("{what}: which of them is first is left to chance."),
        line: first.line,
        task: Some(first.task),
        variable: Some(variable.to_owned()),
        explanation: vec![
            done(&a, first),
            done(&b, second),
            "It could as well be the other way round: both were about to happen at the same time.".to_owned(),
            order,
        ],
    }
}

/// What two tasks have in common that happened before both accesses.
fn ordered(replayed: &Replayed, names: &Names, order: &Order) -> String {
    let by = names.of_task(order.by);
    let line = if order.line == 0 {
        String::new()
    } else {
        format!(" on line {}", order.line)
    };
    let object = |object| of_object(&replayed.log, object);
    match &order.kind {
        EventKind::Spawned { name, .. } => format!("{by} starts {name}{line}"),
        EventKind::Released { object: at, .. } | EventKind::HandedOff { object: at, .. } => {
            format!("{by} gives {} back{line}", object(*at))
        }
        EventKind::Sent { object: at, .. } => format!("{by} sends to {}{line}", object(*at)),
        EventKind::Closed { object: at } => format!("{by} closes {}{line}", object(*at)),
        EventKind::AtomicSet { object: at, .. } => format!("{by} sets {}{line}", object(*at)),
        EventKind::Finished | EventKind::Cancelled => format!("{by} ends{line}"),
        EventKind::CancelRequested { of } => format!("{by} cancels {}{line}", names.of_task(*of)),
        _ => format!("{by} goes on{line}"),
    }
}
