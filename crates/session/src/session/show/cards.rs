//! Objects as cards, and each of them as a sentence for those who cannot see it. Owns the words of the sentence, which are
//! the same for every class.

use clock::Instant;
use timeline::{Card, Hold, QueueEntry, counted};
use world::{FactValue, TaskId};

use super::lanes::changes;
use crate::run::Run;
use crate::session::Session;
use crate::texts::cards as texts;
use crate::texts::fill;
use crate::view::CardView;

/// How many names a sentence tells of those who hold it or wait.
const NAMES_MAX: usize = 12;
/// How many rows a sentence tells before it says how many more there are.
const ROWS_MAX: usize = 8;

impl Session {
    pub(super) fn card_views(&self) -> Vec<CardView> {
        let Some(run) = &self.run else { return Vec::new() };
        let changes = changes(run);
        let moment = run.glance().moment();
        moment
            .cards
            .iter()
            .map(|card| CardView {
                changed_in: run
                    .cursor()
                    .checked_sub(1)
                    .filter(|_| changes.objects.contains(&card.object)),
                now: if counts_down(card) { moment.now } else { Instant::ZERO },
                news: run.glance().news(card.object).to_owned(),
                sentence: sentence(run, card, moment.now),
                card: card.clone(),
            })
            .collect()
    }
}

/// Whether a moment of virtual time stands on the card.
fn counts_down(card: &Card) -> bool {
    let is_at = |value: &FactValue| matches!(value, FactValue::At(_));
    let is_timed = |row: &world::Row| row.at.or(row.made).or(row.since).is_some();
    card.facts.iter().any(|fact| is_at(&fact.value)) || card.rows.iter().any(|listed| is_timed(&listed.row))
}

fn sentence(run: &Run, card: &Card, now: Instant) -> String {
    let name = |task: TaskId| run.timeline().name_of(task);
    let mut parts = vec![format!("{} {}", card.shape.class, card.name)];
    let empty_places = card.empty_places();
    if empty_places.is_none() {
        parts.extend(places(card));
        parts.extend(holders(card, &name));
    }
    if card.keeps_values() {
        parts.push(fill(texts::INSIDE, &[&card.buffer.len()]));
    }
    parts.extend(lines(card, &name));
    for fact in card.facts.iter().filter(|fact| !fact.is_flag(false)) {
        parts.push(match fact.name {
            told if fact.is_flag(true) => told.to_owned(),
            "value" => fill(texts::IS, &[&fact.value]),
            fact_name => format!("{fact_name} {}", fact.value),
        });
        parts.extend(
            fact.by
                .filter(|_| fact.name == "value")
                .map(|by| fill(texts::SET_BY, &[&name(by)])),
        );
    }
    if card.is_closed {
        parts.push("closed".to_owned());
    }
    let told = card
        .rows
        .iter()
        .take(ROWS_MAX)
        .map(|listed| row(&listed.row, now, &name));
    parts.extend(told);
    if let Some(more) = card.rows.iter().len().checked_sub(ROWS_MAX + 1) {
        parts.push(fill(texts::AND_MORE, &[&(more + 1)]));
    }
    let empty = empty_places.filter(|&empty| empty > 0);
    parts.extend(empty.map(|empty| fill(texts::EMPTY_PLACES, &[&empty])));
    parts.extend(card.counts.iter().map(|count| counted(count.total, count.what)));
    parts.join("; ")
}

/// How many places are free; of a single lock that it is, if it is.
fn places(card: &Card) -> Option<String> {
    let free = card.places_free()?;
    if card.limit() == Some(1) && card.made_with("permits").is_none() {
        return (free > 0).then(|| "free".to_owned());
    }
    Some(fill(texts::AVAILABLE, &[&free]))
}

/// As many of them as a sentence tells; the others are only counted.
fn listed<T>(mut who: impl Iterator<Item = T>, name: impl Fn(T) -> String) -> String {
    let mut told: Vec<String> = who.by_ref().take(NAMES_MAX).map(name).collect();
    match who.count() {
        0 => {}
        more => told.push(fill(texts::MORE, &[&more])),
    }
    told.join(", ")
}

/// Who holds it: one part for each mode.
fn holders(card: &Card, name: &impl Fn(TaskId) -> String) -> Vec<String> {
    let mut modes: Vec<&'static str> = Vec::new();
    for hold in &card.holds {
        if !modes.contains(&hold.mode) {
            modes.push(hold.mode);
        }
    }
    let told = modes.into_iter().map(|mode| {
        let does = match mode {
            "read" => texts::READ_BY,
            "write" => texts::WRITTEN_BY,
            _ => texts::HELD_BY,
        };
        let of_mode = card.holds.iter().filter(|hold| hold.mode == mode);
        format!("{does} {}", listed(of_mode, |hold| holder(hold, name)))
    });
    told.collect()
}

fn holder(hold: &Hold, name: &impl Fn(TaskId) -> String) -> String {
    match hold.units {
        1 => name(hold.task),
        units => format!("{} ({units})", name(hold.task)),
    }
}

/// Who waits: one part for each operation, in the order of who stands first.
fn lines(card: &Card, name: &impl Fn(TaskId) -> String) -> Vec<String> {
    let mut words: Vec<&'static str> = Vec::new();
    for entry in &card.queue {
        if !words.contains(&waits_to(entry)) {
            words.push(waits_to(entry));
        }
    }
    let told = words.into_iter().map(|word| {
        let entries = card.queue.iter().filter(|entry| waits_to(entry) == word);
        let who = |entry: &QueueEntry| match entry.units {
            1 => name(entry.task),
            units => format!("{} ({units})", name(entry.task)),
        };
        format!("{word}: {}", listed(entries, who))
    });
    told.collect()
}

fn waits_to(entry: &QueueEntry) -> &'static str {
    match entry.operation {
        "send" => texts::WAITING_TO_SEND,
        "receive" => texts::WAITING_TO_RECEIVE,
        "read" | "readLock" => texts::WAITING_TO_READ,
        "write" | "writeLock" => texts::WAITING_TO_WRITE,
        _ => "waiting",
    }
}

fn row(row: &world::Row, now: Instant, name: &impl Fn(TaskId) -> String) -> String {
    let mut words = format!("{} {}", row.key, row.state);
    if let Some(task) = row.task {
        words.push_str(&fill(texts::BY, &[&name(task)]));
    }
    if let Some(since) = row.since {
        words.push_str(&fill(texts::FOR, &[&now.saturating_since(since)]));
    }
    if let Some(at) = row.at {
        let told = if row.since.is_some() {
            texts::LEFT
        } else {
            texts::FOR_MORE
        };
        words.push_str(&fill(told, &[&at.saturating_since(now)]));
    }
    if let Some(made) = row.made {
        words.push_str(&fill(texts::OLD, &[&now.saturating_since(made)]));
    }
    if !row.text.is_empty() {
        words.push_str(&format!(" ({})", row.text));
    }
    words
}
