//! One object at a moment: who holds it and since when, who waits, what is inside, what is true of it.
//!
//! Owns how each event changes a card, by the same rules for every class: a class that tells the usual events needs no
//! code here. Owns no words and no picture.

use std::collections::{BTreeMap, VecDeque};

use clock::Instant;
use world::{Event, FactValue, ObjectId, ObjectShape, Row, Slots, TaskId};

use crate::Queue;
use crate::texts::{fill, names};

/// The fact that says how many may hold an object that has no fixed number of places.
const LIMIT: &str = "limit";
/// How many values of a limit are kept.
const LIMITS_MAX: usize = 48;
/// The fact that an atomic operation changes.
const VALUE: &str = "value";

/// An object at a moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Card {
    /// The object.
    pub object: ObjectId,
    /// The variable that it was constructed into, or its class and number.
    pub name: String,
    /// What it was made as.
    pub shape: ObjectShape,
    /// Places that anyone may take; `None` if it has none, or no fixed number of them.
    pub free: Option<u32>,
    /// As what it was held last: `permit`, `lock`, `connection`.
    pub mode: Option<&'static str>,
    /// Who holds it, in order of acquisition.
    pub holds: Vec<Hold>,
    /// Whether somebody gave back a permit without holding one: then permits are signals, and nobody is their holder.
    pub is_signal: bool,
    /// Who waits, first in line first.
    pub queue: Queue,
    /// The values inside, oldest first.
    pub buffer: VecDeque<BufferedValue>,
    /// Whether it was closed.
    pub is_closed: bool,
    /// What is true of it, in the order in which it was first told.
    pub facts: Vec<Fact>,
    /// What it lists.
    pub rows: Rows,
    /// What was counted, in the order in which it first happened.
    pub counts: Vec<Count>,
    /// The last values of a limit that changes, oldest first.
    pub limits: VecDeque<i64>,
}

/// A task that holds an object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hold {
    /// The task.
    pub task: TaskId,
    /// As what: `permit`, `lock`, `read`, `write`, `connection`, `slot`.
    pub mode: &'static str,
    /// How much of it; how often, if it is a re-entrant lock.
    pub units: u32,
    /// The step in which it took it.
    pub step: u32,
    /// The virtual time of that step.
    pub time: Instant,
}

/// A task in a wait queue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct QueueEntry {
    /// The task.
    pub task: TaskId,
    /// What it asks for: `acquire`, `lock`, `receive`.
    pub operation: &'static str,
    /// How much of it.
    pub units: u32,
    /// The step in which it queued.
    pub step: u32,
    /// The virtual time of that step.
    pub time: Instant,
}

/// A value inside a channel.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BufferedValue {
    /// The value in short.
    pub value: String,
    /// Who sent it.
    pub from: TaskId,
    /// The step in which it went in.
    pub step: u32,
    /// The virtual time of that step.
    pub time: Instant,
}

/// Something that is true of an object.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fact {
    /// What it is called.
    pub name: &'static str,
    /// What it is.
    pub value: FactValue,
    /// Who made it so; `None` if it was so from the start or time did it.
    pub by: Option<TaskId>,
    /// The step in which it became so.
    pub step: u32,
}

impl Fact {
    /// Whether it is a yes or no, and this one of them.
    #[must_use]
    pub fn is_flag(&self, is: bool) -> bool {
        self.value == FactValue::flag(is)
    }
}

/// How often something happened to an object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    /// What.
    pub what: &'static str,
    /// How often.
    pub total: u64,
    /// The step in which it happened last.
    pub step: u32,
}

/// A row of a card.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ListedRow {
    /// What it says.
    pub row: Row,
    /// The step in which it came or changed.
    pub step: u32,
}

/// What an object lists, in the order in which it came.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Rows {
    // Invariant: `places` maps the key of every row of `listed` to its place, and of those that are gone only the ones whose
    // place is kept for them.
    listed: BTreeMap<u64, ListedRow>,
    places: BTreeMap<String, u64>,
    next: u64,
}

impl Rows {
    /// The rows, the one that came first first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &ListedRow> {
        self.listed.values()
    }

    /// The row with this key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&ListedRow> {
        self.listed.get(self.places.get(key)?)
    }

    fn show(&mut self, row: &Row, step: u32) {
        let place = *self.places.entry(row.key.clone()).or_insert(self.next);
        self.next = self.next.max(place + 1);
        let row = row.clone();
        self.listed.insert(place, ListedRow { row, step });
    }

    fn drop_row(&mut self, key: &str) {
        if let Some(place) = self.places.remove(key) {
            self.listed.remove(&place);
        }
    }

    /// The same, but what comes under this key again comes to the same place.
    fn empty(&mut self, key: &str) {
        if let Some(place) = self.places.get(key) {
            self.listed.remove(place);
        }
    }
}

/// Whether a task that holds it already and takes it again holds it once, only deeper.
pub(crate) fn is_lock(mode: &str) -> bool {
    matches!(mode, "lock" | "read" | "write")
}

impl Card {
    pub(crate) fn new(object: ObjectId, name: &str, shape: &ObjectShape, step: u32) -> Card {
        let mut card = Card {
            object,
            name: if name.is_empty() {
                fill(names::OF_CLASS, &[&shape.class, &object.0])
            } else {
                name.to_owned()
            },
            shape: shape.clone(),
            free: match shape.slots {
                Slots::Fixed(places) | Slots::Listed(places) => Some(places),
                Slots::None | Slots::Unbounded => None,
            },
            mode: None,
            holds: Vec::new(),
            is_signal: false,
            queue: Queue::default(),
            buffer: VecDeque::new(),
            is_closed: false,
            facts: Vec::new(),
            rows: Rows::default(),
            counts: Vec::new(),
            limits: VecDeque::new(),
        };
        let value = shape.traits.iter().find(|(name, _)| *name == VALUE);
        if let Some((name, value)) = value {
            card.learn(name, value, None, step);
        }
        card
    }

    /// What is true of it under this name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.name == name)
    }

    /// What it was made with under this name.
    #[must_use]
    pub fn made_with(&self, name: &str) -> Option<&FactValue> {
        let (_, value) = self.shape.traits.iter().find(|(known, _)| *known == name)?;
        Some(value)
    }

    /// Whether values lie in it, or could: something with a capacity of which nothing else is told.
    #[must_use]
    pub fn keeps_values(&self) -> bool {
        let is_plain = self.shape.slots == Slots::None && self.facts.is_empty() && self.rows.listed.is_empty();
        !self.buffer.is_empty() || (is_plain && self.made_with("capacity").is_some())
    }

    /// How much of it is held.
    #[must_use]
    pub fn held(&self) -> u32 {
        self.holds.iter().fold(0, |sum, hold| sum.saturating_add(hold.units))
    }

    /// How much of it may be held at once, if that is known.
    #[must_use]
    pub fn limit(&self) -> Option<u32> {
        match (self.shape.slots, self.fact(LIMIT).map(|fact| &fact.value)) {
            (_, Some(FactValue::Count(limit))) => u32::try_from(*limit).ok(),
            (Slots::Fixed(places) | Slots::Listed(places), _) => Some(places),
            (Slots::None | Slots::Unbounded, _) => None,
        }
    }

    /// Places that anyone may take: what is told, or what the limit leaves.
    #[must_use]
    pub fn places_free(&self) -> Option<u32> {
        match self.shape.slots {
            Slots::Fixed(_) | Slots::Listed(_) => self.free,
            Slots::Unbounded => Some(self.limit()?.saturating_sub(self.held())),
            Slots::None => None,
        }
    }

    /// If its rows are its places: how many of them nothing is in. Who holds it is told by the rows.
    #[must_use]
    pub fn empty_places(&self) -> Option<u32> {
        match self.shape.slots {
            Slots::Listed(_) if self.is_closed => Some(0),
            Slots::Listed(places) => Some(places.saturating_sub(self.rows.listed.len() as u32)),
            Slots::None | Slots::Fixed(_) | Slots::Unbounded => None,
        }
    }

    /// How many things are on it, but those in the line that are shared with another card.
    pub(crate) fn weight_beside(&self, other: Option<&Card>) -> usize {
        let line = self.queue.weight_beside(other.map(|other| &other.queue));
        1 + self.holds.len() + line + self.buffer.len() + self.facts.len() + self.rows.listed.len()
    }

    pub(crate) fn acquire(&mut self, event: &Event, mode: &'static str, units: u32) {
        let task = event.task;
        self.leave(task);
        self.mode = Some(mode);
        let again = self
            .holds
            .iter_mut()
            .find(|hold| is_lock(mode) && hold.task == task && hold.mode == mode);
        if let Some(hold) = again {
            hold.units = hold.units.saturating_add(units);
            hold.step = event.step;
            return;
        }
        if let Some(free) = &mut self.free {
            *free = free.saturating_sub(units);
        }
        if !self.is_signal {
            self.holds.push(Hold {
                task,
                mode,
                units,
                step: event.step,
                time: event.time,
            });
        }
    }

    pub(crate) fn release(&mut self, task: TaskId, mode: &'static str, units: u32) {
        let freed = self.take_back(task, mode, units);
        if let Some(free) = &mut self.free {
            *free = free.saturating_add(freed);
        }
    }

    /// Books the release and says how many places it frees.
    fn take_back(&mut self, task: TaskId, mode: &'static str, units: u32) -> u32 {
        let mut left = units;
        while left > 0 {
            let is_its = |hold: &Hold| hold.task == task && hold.mode == mode;
            let Some(index) = self.holds.iter().rposition(is_its) else {
                break;
            };
            let hold = &mut self.holds[index];
            let taken = left.min(hold.units);
            hold.units -= taken;
            left -= taken;
            if hold.units == 0 {
                self.holds.remove(index);
            } else if is_lock(mode) {
                return 0;
            }
        }
        if left > 0 {
            self.given_back_by_another(mode, left);
        }
        units
    }

    /// Somebody gives back what others hold.
    fn given_back_by_another(&mut self, mode: &'static str, units: u32) {
        if mode == "permit" {
            self.is_signal = true;
            self.holds.clear();
            return;
        }
        for _ in 0..units {
            if let Some(index) = self.holds.iter().position(|hold| hold.mode == mode) {
                self.holds.remove(index);
            }
        }
    }

    pub(crate) fn enqueue(&mut self, event: &Event, operation: &'static str, units: u32, position: u32) {
        let entry = QueueEntry {
            task: event.task,
            operation,
            units,
            step: event.step,
            time: event.time,
        };
        self.queue.insert(position as usize, entry);
    }

    pub(crate) fn leave(&mut self, task: TaskId) {
        if let Some(index) = self.queue.iter().position(|entry| entry.task == task) {
            self.queue.remove(index);
        }
    }

    pub(crate) fn put(&mut self, value: &str, from: TaskId, event: &Event) {
        self.leave(from);
        self.buffer.push_back(BufferedValue {
            value: value.to_owned(),
            from,
            step: event.step,
            time: event.time,
        });
    }

    pub(crate) fn take(&mut self, task: TaskId, from: Option<TaskId>) {
        self.leave(task);
        match from {
            Some(sender) => self.leave(sender),
            None => drop(self.buffer.pop_front()),
        }
    }

    pub(crate) fn set(&mut self, value: i64, event: &Event) {
        self.learn(VALUE, &FactValue::Count(value), Some(event.task), event.step);
    }

    pub(crate) fn learn(&mut self, name: &'static str, value: &FactValue, by: Option<TaskId>, step: u32) {
        if let (LIMIT, FactValue::Count(limit)) = (name, value) {
            if self.limits.len() == LIMITS_MAX {
                self.limits.pop_front();
            }
            self.limits.push_back(*limit);
        }
        let fact = Fact {
            name,
            value: value.clone(),
            by,
            step,
        };
        match self.facts.iter_mut().find(|known| known.name == name) {
            Some(known) => *known = fact,
            None => self.facts.push(fact),
        }
    }

    pub(crate) fn show_row(&mut self, row: &Row, step: u32) {
        self.rows.show(row, step);
    }

    pub(crate) fn drop_row(&mut self, key: &str) {
        match self.shape.slots {
            Slots::Listed(_) => self.rows.empty(key),
            Slots::None | Slots::Fixed(_) | Slots::Unbounded => self.rows.drop_row(key),
        }
    }

    pub(crate) fn count(&mut self, what: &'static str, step: u32) {
        match self.counts.iter_mut().find(|count| count.what == what) {
            Some(count) => {
                count.total += 1;
                count.step = step;
            }
            None => self.counts.push(Count { what, total: 1, step }),
        }
    }
}
