//! What changed on an object's card.
//!
//! Owns the comparison of what a class says of itself with what was told last. Only done while everything is written down;
//! who holds what and who waits is told by events of its own.

use std::collections::BTreeMap;

use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, Row, World};

/// What of an object was told last.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Shown {
    facts: Vec<(&'static str, FactValue)>,
    rows: Vec<Row>,
}

/// An object that lists more than so many rows is looked at when it is used, and not whenever the clock moves.
const ROWS_MAX: usize = 256;

impl Stepper<'_> {
    /// Tells what is new about an object.
    pub(crate) fn show(&mut self, id: u32) {
        let object = ObjectId(id);
        let primitive = &self.world.objects[id as usize].primitive;
        let (facts, rows) = (
            primitive.facts(self.world.now),
            primitive.rows(self.world.now, &|value| self.short(value)),
        );
        let now = Shown { facts, rows };
        let shown = self.world.told_of(id);
        if shown.map_or(now == Shown::default(), |shown| *shown == now) {
            return;
        }
        let shown = &mut self.world.object_mut(id).history_mut().shown;
        let before = std::mem::replace(shown, now.clone());
        for (fact, value) in &now.facts {
            if !before.facts.iter().any(|(known, was)| known == fact && was == value) {
                let (fact, value) = (*fact, value.clone());
                self.emit(EventKind::Shown { object, fact, value });
            }
        }
        let is_told = |fact: &&'static str| now.facts.iter().any(|(told, _)| told == fact);
        for fact in before.facts.iter().map(|(fact, _)| *fact).filter(|fact| !is_told(fact)) {
            let value = FactValue::flag(false);
            self.emit(EventKind::Shown { object, fact, value });
        }
        let mut gone: BTreeMap<&str, &Row> = BTreeMap::new();
        gone.extend(before.rows.iter().map(|row| (row.key.as_str(), row)));
        let mut told = Vec::new();
        for row in &now.rows {
            if gone.remove(row.key.as_str()) != Some(row) {
                told.push(row.clone());
            }
        }
        let left = before.rows.iter().filter(|row| gone.contains_key(row.key.as_str()));
        for key in left.map(|row| row.key.clone()) {
            self.emit(EventKind::RowGone { object, key });
        }
        for row in told {
            self.emit(EventKind::RowShown {
                object,
                row: Box::new(row),
            });
        }
    }

    /// The clock has moved: levels have risen or fallen, entries have grown old.
    pub(crate) fn show_what_time_changes(&mut self) {
        if !self.log.is_remembered() {
            return;
        }
        for id in 0..self.world.objects.len() as u32 {
            if self.world.told_of(id).is_none_or(|shown| shown.rows.len() <= ROWS_MAX) {
                self.show(id);
            }
        }
    }
}

impl World {
    fn told_of(&self, id: u32) -> Option<&Shown> {
        let history = self.objects[id as usize].history.as_ref();
        history.map(|history| &history.shown)
    }
}
