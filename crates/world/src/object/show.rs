//! What changed on an object's card.
//!
//! Owns the comparison of what a class says of itself with what was told last. Only done while everything is written down;
//! who holds what and who waits is told by events of its own.

use crate::step::Stepper;
use crate::{EventKind, FactValue, ObjectId, Row};

/// What of an object was told last.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub(crate) struct Shown {
    facts: Vec<(&'static str, FactValue)>,
    rows: Vec<Row>,
}

impl Stepper<'_> {
    /// Tells what is new about an object.
    pub(crate) fn show(&mut self, id: u32) {
        let object = ObjectId(id);
        let primitive = &self.world.objects[id as usize].primitive;
        let (facts, rows) = (primitive.facts(self.world.now), primitive.rows(self.world.now));
        let shown = &self.world.objects[id as usize].shown;
        if facts == shown.facts && rows == shown.rows {
            return;
        }
        let now = Shown { facts, rows };
        let before = std::mem::replace(&mut self.world.object_mut(id).shown, now.clone());
        for fact in now.facts.iter().filter(|fact| !before.facts.contains(fact)) {
            let (fact, value) = fact.clone();
            self.emit(EventKind::Shown { object, fact, value });
        }
        for gone in before
            .rows
            .iter()
            .filter(|row| !now.rows.iter().any(|kept| kept.key == row.key))
        {
            self.emit(EventKind::RowGone {
                object,
                key: gone.key.clone(),
            });
        }
        for row in now.rows.iter().filter(|row| !before.rows.contains(row)) {
            self.emit(EventKind::RowShown {
                object,
                row: row.clone(),
            });
        }
    }
}
