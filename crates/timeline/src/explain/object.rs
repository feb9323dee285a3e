//! What is said of objects: who takes, waits for and gives back what, and what became true of it. Owns which words of the
//! catalogue every mode and fact gets; a class that tells the usual events needs none of its own.

use world::{FactValue, ObjectId, Row, TaskId};

use crate::texts::grammar::{article, is_participle};
use crate::texts::{fill, objects as words};
use crate::{Card, Moment};

/// A mode as a noun.
fn noun(mode: &str) -> &str {
    match mode {
        "read" => words::READ_LOCK,
        "write" => words::WRITE_LOCK,
        mode => mode,
    }
}

/// A mode as something that one takes, gives back and waits for.
fn thing(mode: &str, units: u32) -> String {
    let noun = noun(mode);
    match units {
        1 => fill(words::ONE, &[&article(noun), &noun]),
        units => fill(words::SEVERAL, &[&units, &noun]),
    }
}

/// What a task does that takes some of an object.
pub(super) fn acquired(object: ObjectId, task: TaskId, mode: &str, units: u32, before: &Moment) -> String {
    let name = before.name_of(object);
    let has = |mode: &str| {
        let card = before.card(object);
        card.is_some_and(|card| card.holds.iter().any(|hold| hold.task == task && hold.mode == mode))
    };
    match (mode, has(mode)) {
        ("lock", false) => fill(words::LOCKS, &[&name]),
        ("lock", true) => fill(words::LOCKS_AGAIN, &[&name]),
        ("read", false) => fill(words::LOCKS_FOR_READING, &[&name]),
        ("read", true) => fill(words::LOCKS_FOR_READING_AGAIN, &[&name]),
        ("write", false) => fill(words::LOCKS_FOR_WRITING, &[&name]),
        ("write", true) => fill(words::LOCKS_FOR_WRITING_AGAIN, &[&name]),
        ("transaction", _) => fill(words::BEGINS_A_TRANSACTION_IN, &[&name]),
        ("call", _) => fill(words::BEGINS_A_CALL_THROUGH, &[&name]),
        (mode, _) => fill(words::TAKES_OF, &[&thing(mode, units), &name]),
    }
}

/// What a task does that gives some of an object back.
pub(super) fn released(object: ObjectId, mode: &str, units: u32, before: &Moment) -> String {
    let name = before.name_of(object);
    match (mode, units) {
        ("lock", _) => fill(words::UNLOCKS, &[&name]),
        ("read", _) => fill(words::UNLOCKS_AFTER_READING, &[&name]),
        ("write", _) => fill(words::UNLOCKS_AFTER_WRITING, &[&name]),
        ("transaction", _) => fill(words::ENDS_ITS_TRANSACTION_IN, &[&name]),
        ("call", _) => fill(words::IS_DONE_WITH_ITS_CALL_THROUGH, &[&name]),
        ("permit", 1) => fill(words::RELEASES, &[&name]),
        ("permit", units) => fill(words::RELEASES_PERMITS_OF, &[&units, &name]),
        (mode, units) => fill(words::GIVES_BACK, &[&thing(mode, units), &name]),
    }
}

/// What goes straight to another task.
pub(super) fn handed_off(mode: &str, units: u32, to: &str) -> String {
    match units {
        1 => fill(words::GOES_TO, &[&noun(mode), &to]),
        units => fill(words::GO_TO, &[&thing(mode, units), &to]),
    }
}

/// What a task does that queues and goes on.
pub(super) fn queues(object: ObjectId, operation: &str, position: u32, before: &Moment) -> String {
    let name = before.name_of(object);
    match position {
        0 => fill(words::STANDS_IN_LINE, &[&name, &operation]),
        1 => fill(words::STANDS_IN_LINE_BEHIND_ONE, &[&name, &operation]),
        others => fill(words::STANDS_IN_LINE_BEHIND_OTHERS, &[&name, &operation, &others]),
    }
}

/// What a task waits for that an object has, and behind how many; `name_of` says what a task is called.
pub(super) fn waits_for(card: &Card, task: TaskId, operation: &str, name_of: impl Fn(TaskId) -> String) -> String {
    let what = wanted(card, task, operation, name_of);
    match card.queue.iter().position(|entry| entry.task == task) {
        None | Some(0) => what,
        Some(1) => fill(words::BEHIND_ONE, &[&what]),
        Some(others) => fill(words::BEHIND_OTHERS, &[&what, &others]),
    }
}

/// The row of a table that somebody else has locked, if there is but one.
fn locked_row(card: &Card, task: TaskId, name_of: &impl Fn(TaskId) -> String) -> Option<String> {
    let rows = card.rows.iter().map(|listed| &listed.row);
    let mut others = rows.filter(|row| row.state == "locked" && row.task.is_some_and(|holder| holder != task));
    let row = others.next()?;
    Some(match (others.next(), row.task) {
        (None, Some(holder)) => fill(
            words::WAITS_FOR_ROW_LOCKED_BY,
            &[&row.key, &card.name, &name_of(holder)],
        ),
        _ => fill(words::WAITS_FOR_LOCKED_ROW, &[&card.name]),
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
            None => return fill(words::WAITS_FOR_ACQUIRE, &[&name]),
        },
        "send" => return fill(words::WAITS_TO_SEND, &[&name]),
        "receive" => return fill(words::WAITS_FOR_A_VALUE, &[&name]),
        "wait" => return fill(words::WAITS_ON, &[&name, &facts(card)]),
        other => {
            return fill(
                words::WAITS_FOR_OPERATION,
                &[&name, &other, &held_by(card, HELD_BY, &name_of)],
            );
        }
    };
    match (mode, card.holds.as_slice()) {
        ("lock", []) => fill(words::WAITS_FOR, &[&name]),
        ("lock", [hold, ..]) => fill(words::WAITS_FOR_LOCK_HELD_BY, &[&name, &name_of(hold.task)]),
        ("read" | "write", _) => {
            let held = held_by(card, HELD_BY, &name_of);
            fill(words::WAITS_FOR_LOCK_OF, &[&noun(mode), &name, &held])
        }
        (mode, _) => {
            let free = match card.places_free() {
                Some(0) => fill(words::ALL_ARE_TAKEN, &[&held_by(card, BY, &name_of)]),
                Some(1) if units > 1 => fill(words::ONLY_ONE_IS_FREE, &[&held_by(card, HELD_BY, &name_of)]),
                Some(free) if free < units => {
                    fill(words::ONLY_FEW_ARE_FREE, &[&free, &held_by(card, HELD_BY, &name_of)])
                }
                Some(_) | None => held_by(card, HELD_BY, &name_of),
            };
            fill(words::WAITS_FOR_UNITS, &[&thing(mode, units), &name, &free])
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
            true => fill(words::IT_IS, &[&fact.name]),
            false => fill(words::IS, &[&fact.name, &fact.value]),
        })
        .collect();
    match told.as_slice() {
        [] => String::new(),
        told => fill(words::AS_IT_IS, &[&told.join(words::BETWEEN)]),
    }
}

/// How one, two and more holders are told.
type Holders = [&'static str; 3];

const HELD_BY: Holders = [words::HELD_BY, words::HELD_BY_TWO, words::HELD_BY_MORE];
const BY: Holders = [words::BY, words::BY_TWO, words::BY_MORE];

/// Each holder once, in order of acquisition, in brackets.
fn held_by(card: &Card, [of_one, of_two, of_more]: Holders, name_of: &impl Fn(TaskId) -> String) -> String {
    let mut holders: Vec<TaskId> = Vec::new();
    for hold in &card.holds {
        if !holders.contains(&hold.task) {
            holders.push(hold.task);
        }
    }
    match holders.as_slice() {
        [] => String::new(),
        [one] => fill(of_one, &[&name_of(*one)]),
        [one, other] => fill(of_two, &[&name_of(*one), &name_of(*other)]),
        [one, other, rest @ ..] => fill(of_more, &[&name_of(*one), &name_of(*other), &rest.len()]),
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
        ("state", FactValue::Word(was), FactValue::Word(now)) => fill(words::GOES_FROM_TO, &[&name, &was, &now]),
        (fact, _, now) if *now == FactValue::flag(true) => fill(words::IS_NOW, &[&name, &fact]),
        (fact, was, now) if *now == FactValue::flag(false) => {
            // What was a number or a moment is only not told any more.
            if *was != FactValue::flag(true) {
                return None;
            }
            fill(words::IS_NO_LONGER, &[&name, &fact])
        }
        (_, FactValue::Count(was), FactValue::Count(now)) => fill(words::ITS_GOES_FROM_TO, &[&fact, &name, &was, &now]),
        (_, _, level @ FactValue::Level { .. }) => fill(words::IS_AT, &[&name, &fact, &level]),
        // A moment to come is a count-down on the card, and nothing that has happened.
        (_, _, FactValue::At(_)) => return None,
        (_, _, now) => fill(words::ITS_IS_NOW, &[&fact, &name, &now]),
    })
}

/// What was counted: a thing, or what became of a call.
pub(super) fn counts(object: ObjectId, what: &str, before: &Moment) -> String {
    let name = before.name_of(object);
    if is_participle(what) {
        return fill(words::ONE_MORE, &[&name, &what]);
    }
    fill(words::COUNTS, &[&name, &article(what), &what])
}

/// What has become of something that an object lists; nothing when only its details changed.
pub(super) fn row_shown(object: ObjectId, row: &Row, before: &Moment) -> Option<String> {
    let card = before.card(object)?;
    let (name, key, state) = (&card.name, &row.key, row.state);
    match card.rows.get(key) {
        None if state == "locked" => Some(fill(words::ROW_IS_LOCKED, &[&key, &name])),
        None => Some(fill(words::ROW_COMES, &[&key, &name, &state])),
        Some(listed) if listed.row.state != state => Some(fill(words::ITS_IS_NOW, &[&key, &name, &state])),
        Some(_) => None,
    }
}

/// What is said of something that an object no longer lists.
pub(super) fn row_gone(object: ObjectId, key: &str, before: &Moment) -> String {
    let name = before.name_of(object);
    let was = before.card(object).and_then(|card| card.rows.get(key));
    match was.map(|listed| listed.row.state) {
        Some("locked") => fill(words::ROW_IS_NO_LONGER_LOCKED, &[&key, &name]),
        Some(_) | None => fill(words::ROW_IS_GONE, &[&key, &name]),
    }
}
