//! What is said of objects: who takes, waits for and gives back what, and what became true of it. Owns the words for every
//! mode and fact; a class that tells the usual events needs none of its own.

use world::{FactValue, ObjectId, Row, TaskId};

use crate::{Card, Moment};

/// A mode as something that one takes, gives back and waits for.
fn thing(mode: &str, units: u32) -> String {
    let noun = match mode {
        "read" => "read lock",
        "write" => "write lock",
        mode => mode,
    };
    match units {
        1 => format!("{} {noun}", article(noun)),
        units => format!("{units} {noun}s"),
    }
}

/// `a` or `an`.
fn article(noun: &str) -> &'static str {
    match noun.as_bytes().first() {
        Some(b'a' | b'e' | b'i' | b'o' | b'u') => "an",
        _ => "a",
    }
}

/// What a task does that takes some of an object.
pub(super) fn acquired(object: ObjectId, task: TaskId, mode: &str, units: u32, before: &Moment) -> String {
    let name = before.name_of(object);
    let has = |mode: &str| {
        let card = before.card(object);
        card.is_some_and(|card| card.holds.iter().any(|hold| hold.task == task && hold.mode == mode))
    };
    let again = if has(mode) { " again" } else { "" };
    match mode {
        "lock" => format!("locks {name}{again}"),
        "read" => format!("locks {name} for reading{again}"),
        "write" => format!("locks {name} for writing{again}"),
        "transaction" => format!("begins a transaction in {name}"),
        "call" => format!("begins a call through {name}"),
        mode => format!("takes {} of {name}", thing(mode, units)),
    }
}

/// What a task does that gives some of an object back.
pub(super) fn released(object: ObjectId, mode: &str, units: u32, before: &Moment) -> String {
    let name = before.name_of(object);
    match (mode, units) {
        ("lock", _) => format!("unlocks {name}"),
        ("read", _) => format!("unlocks {name} after reading"),
        ("write", _) => format!("unlocks {name} after writing"),
        ("transaction", _) => format!("ends its transaction in {name}"),
        ("call", _) => format!("is done with its call through {name}"),
        ("permit", 1) => format!("releases {name}"),
        ("permit", units) => format!("releases {units} permits of {name}"),
        (mode, units) => format!("gives {} of {name} back", thing(mode, units)),
    }
}

/// What goes straight to another task.
pub(super) fn handed_off(mode: &str, units: u32, to: &str) -> String {
    match units {
        1 => format!(
            "the {} goes to {to}",
            thing(mode, 1).split_once(' ').map_or(mode, |(_, noun)| noun)
        ),
        units => format!("{} go to {to}", thing(mode, units)),
    }
}

/// What a task does that queues and goes on.
pub(super) fn queues(object: ObjectId, operation: &str, position: u32, before: &Moment) -> String {
    let name = before.name_of(object);
    match position {
        0 => format!("stands in line at {name}.{operation}()"),
        1 => format!("stands in line at {name}.{operation}() behind 1 other"),
        others => format!("stands in line at {name}.{operation}() behind {others} others"),
    }
}

/// What a task waits for that an object has, and behind how many; `name_of` says what a task is called.
pub(super) fn waits_for(card: &Card, task: TaskId, operation: &str, name_of: impl Fn(TaskId) -> String) -> String {
    let what = wanted(card, task, operation, name_of);
    match card.queue.iter().position(|entry| entry.task == task) {
        None | Some(0) => what,
        Some(1) => format!("{what}, behind 1 other"),
        Some(others) => format!("{what}, behind {others} others"),
    }
}

/// The row of a table that somebody else has locked, if there is but one.
fn locked_row(card: &Card, task: TaskId, name_of: &impl Fn(TaskId) -> String) -> Option<String> {
    let rows = card.rows.iter().map(|listed| &listed.row);
    let mut others = rows.filter(|row| row.state == "locked" && row.task.is_some_and(|holder| holder != task));
    let row = others.next()?;
    Some(match (others.next(), row.task) {
        (None, Some(holder)) => format!(
            "waits for {} of {}, which {} has locked",
            row.key,
            card.name,
            name_of(holder)
        ),
        _ => format!("waits for a row of {} that somebody else has locked", card.name),
    })
}

fn wanted(card: &Card, task: TaskId, operation: &str, name_of: impl Fn(TaskId) -> String) -> String {
    let name = &card.name;
    if let Some(row) = locked_row(card, task, &name_of) {
        return row;
    }
    let units = card
        .queue
        .iter()
        .find(|entry| entry.task == task)
        .map_or(1, |entry| entry.units);
    let mode = match operation {
        "lock" => "lock",
        "read" | "readLock" => "read",
        "write" | "writeLock" => "write",
        // Before anybody held it, only what it was made with says that it has permits.
        "acquire" => match card.mode {
            Some(mode) => mode,
            None if card.made_with("permits").is_some() || card.made_with("capacity").is_some() => "permit",
            None => return format!("waits for {name}.acquire()"),
        },
        "send" => return format!("waits to send: nobody takes from {name} yet"),
        "receive" => return format!("waits for a value: {name} is empty"),
        "wait" => return format!("waits on {name}{}", facts(card)),
        other => return format!("waits for {name}.{other}(){}", held_by(card, "held by", &name_of)),
    };
    match (mode, card.holds.as_slice()) {
        ("lock", []) => format!("waits for {name}"),
        ("lock", [hold, ..]) => format!("waits for the lock {name}, which {} holds", name_of(hold.task)),
        ("read" | "write", _) => {
            let lock = thing(mode, 1);
            let lock = lock.trim_start_matches("a ");
            format!("waits for the {lock} of {name}{}", held_by(card, "held by", &name_of))
        }
        (mode, _) => {
            let free = match card.places_free() {
                Some(0) => format!(": all are taken{}", held_by(card, "by", &name_of)),
                Some(free) if free < units => {
                    let verb = if free == 1 { "is" } else { "are" };
                    format!(": only {free} {verb} free{}", held_by(card, "held by", &name_of))
                }
                Some(_) | None => held_by(card, "held by", &name_of),
            };
            format!("waits for {} of {name}{free}", thing(mode, units))
        }
    }
}

/// What is true of an object that one waits on.
fn facts(card: &Card) -> String {
    let told: Vec<String> = card
        .facts
        .iter()
        .filter(|fact| !fact.is_flag(false))
        .map(|fact| match fact.is_flag(true) {
            true => format!("it is {}", fact.name),
            false => format!("{} is {}", fact.name, fact.value),
        })
        .collect();
    match told.as_slice() {
        [] => String::new(),
        told => format!(": {}", told.join(", ")),
    }
}

/// Each holder once, in order of acquisition, in brackets.
fn held_by(card: &Card, verb: &str, name_of: &impl Fn(TaskId) -> String) -> String {
    let mut holders: Vec<TaskId> = Vec::new();
    for hold in &card.holds {
        if !holders.contains(&hold.task) {
            holders.push(hold.task);
        }
    }
    match holders.as_slice() {
        [] => String::new(),
        [one] => format!(" ({verb} {})", name_of(*one)),
        [one, other] => format!(" ({verb} {} and {})", name_of(*one), name_of(*other)),
        [one, other, rest @ ..] => {
            let (one, other) = (name_of(*one), name_of(*other));
            format!(" ({verb} {one}, {other} and {} more)", rest.len())
        }
    }
}

/// What has become true of an object; nothing when it was so, or is told for the first time.
pub(super) fn shown(object: ObjectId, fact: &str, value: &FactValue, before: &Moment) -> Option<String> {
    let card = before.card(object)?;
    let was = &card.fact(fact)?.value;
    if was == value {
        return None;
    }
    let name = &card.name;
    Some(match (fact, was, value) {
        ("state", FactValue::Word(was), FactValue::Word(now)) => format!("{name} goes from {was} to {now}"),
        (fact, _, now) if *now == FactValue::flag(true) => format!("{name} is now {fact}"),
        (fact, was, now) if *now == FactValue::flag(false) => {
            // What was a number or a moment is only not told any more.
            if *was != FactValue::flag(true) {
                return None;
            }
            format!("{name} is no longer {fact}")
        }
        (_, FactValue::Count(was), FactValue::Count(now)) => format!("{fact} of {name} goes from {was} to {now}"),
        (_, _, level @ FactValue::Level { .. }) => format!("{name}: {fact} {level}"),
        // A moment to come is a count-down on the card, and nothing that has happened.
        (_, _, FactValue::At(_)) => return None,
        (_, _, now) => format!("{fact} of {name} is now {now}"),
    })
}

/// What was counted: a thing, or what became of a call.
pub(super) fn counts(object: ObjectId, what: &str, before: &Moment) -> String {
    let name = before.name_of(object);
    if what.ends_with("ed") {
        return format!("{name}: 1 more {what}");
    }
    format!("{name} counts {} {what}", article(what))
}

/// What has become of something that an object lists; nothing when only its details changed.
pub(super) fn row_shown(object: ObjectId, row: &Row, before: &Moment) -> Option<String> {
    let card = before.card(object)?;
    let (name, key, state) = (&card.name, &row.key, row.state);
    match card.rows.get(key) {
        None if state == "locked" => Some(format!("{key} of {name} is locked now")),
        None => Some(format!("{key} comes to {name}, {state}")),
        Some(listed) if listed.row.state != state => Some(format!("{key} of {name} is now {state}")),
        Some(_) => None,
    }
}

/// What is said of something that an object no longer lists.
pub(super) fn row_gone(object: ObjectId, key: &str, before: &Moment) -> String {
    let name = before.name_of(object);
    let was = before.card(object).and_then(|card| card.rows.get(key));
    match was.map(|listed| listed.row.state) {
        Some("locked") => format!("{key} of {name} is no longer locked"),
        Some(_) | None => format!("{key} is gone from {name}"),
    }
}
