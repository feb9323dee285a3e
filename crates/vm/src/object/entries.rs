//! The entries of maps and sets.
//!
//! Owns their order, which keys are the same and iteration while entries come and go. Receivers and conversions are the
//! built-ins'.

use std::collections::BTreeMap;

use crate::{Number, ObjectRef, Text, Value};

/// A key of a map or set, or of a cache, under SameValueZero (ECMA-262 section 7.2.11).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the kinds of values")]
pub enum MapKey {
    Undefined,
    Null,
    Bool(bool),
    Number(Number),
    Text(Text),
    Symbol(ObjectRef),
    Object(ObjectRef),
    Native(crate::Native),
}

/// The entries of a map or set in order of insertion. A set's values are `undefined`.
///
/// Each entry has a sequence number that is never used again, so that an iterator can stand between entries while
/// others come and go.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct MapEntries {
    entries: BTreeMap<u64, (Value, Value)>,
    index: BTreeMap<MapKey, u64>,
    next: u64,
}

impl MapEntries {
    /// How many entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Keys and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (Value, Value)> + '_ {
        self.entries.values().copied()
    }

    /// The first entry at or after a sequence number, with the number after it.
    #[must_use]
    pub fn at_or_after(&self, sequence: u64) -> Option<(u64, Value, Value)> {
        let (&at, &(key, value)) = self.entries.range(sequence..).next()?;
        Some((at + 1, key, value))
    }

    /// How many entries stand before a sequence number.
    #[must_use]
    pub fn rank(&self, sequence: u64) -> usize {
        self.entries.range(..sequence).count()
    }

    pub(crate) fn get(&self, key: &MapKey) -> Option<Value> {
        let sequence = self.index.get(key)?;
        self.entries.get(sequence).map(|&(_, value)| value)
    }

    pub(crate) fn insert(&mut self, index: MapKey, key: Value, value: Value) {
        if let Some(entry) = self
            .index
            .get(&index)
            .and_then(|sequence| self.entries.get_mut(sequence))
        {
            entry.1 = value;
            return;
        }
        self.entries.insert(self.next, (key, value));
        self.index.insert(index, self.next);
        self.next += 1;
    }

    pub(crate) fn remove(&mut self, key: &MapKey) -> bool {
        let Some(sequence) = self.index.remove(key) else {
            return false;
        };
        self.entries.remove(&sequence);
        true
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
        self.index.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn map_entries_survive_deletion_while_iterating() {
        let mut entries = MapEntries::default();
        for bit in [false, true] {
            entries.insert(MapKey::Bool(bit), Value::Bool(bit), Value::Null);
        }
        let (next, key, _) = entries.at_or_after(0).expect("an entry");
        assert_eq!(key, Value::Bool(false));
        assert!(entries.remove(&MapKey::Bool(false)));
        entries.insert(MapKey::Bool(false), Value::Bool(false), Value::Null);
        let (next, key, _) = entries.at_or_after(next).expect("an entry");
        assert_eq!(key, Value::Bool(true));
        let (next, key, _) = entries.at_or_after(next).expect("an entry");
        assert_eq!(key, Value::Bool(false));
        assert_eq!(entries.at_or_after(next), None);
    }
}
