//! The own properties of an object.
//!
//! Owns their order and how one is found. What reading and writing one means is the interpreter's.

use std::collections::BTreeMap;

use crate::{KeyId, Value};

/// A named property.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Property {
    /// Its name.
    pub key: KeyId,
    /// Whether loops and printing show it.
    pub is_enumerable: bool,
    /// Its value.
    pub value: Value,
}

/// From this many named properties on, an index is kept.
const INDEX_FROM: usize = 12;

/// The own properties of an object: array indices in ascending order, then names in order of insertion.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Properties {
    named: Vec<Property>,
    index: BTreeMap<KeyId, usize>,
    elements: BTreeMap<u32, Value>,
}

impl Properties {
    fn position(&self, key: KeyId) -> Option<usize> {
        if self.named.len() < INDEX_FROM {
            self.named.iter().position(|property| property.key == key)
        } else {
            self.index.get(&key).copied()
        }
    }

    /// The property of a name.
    #[must_use]
    #[inline]
    pub fn get(&self, key: KeyId) -> Option<Value> {
        self.position(key).map(|position| self.named[position].value)
    }

    /// Writes a named property; returns whether it is new.
    pub fn set(&mut self, key: KeyId, value: Value) -> bool {
        self.define(key, value, true)
    }

    /// Writes a named property, which is enumerable or not if it is new; returns whether it is.
    pub fn define(&mut self, key: KeyId, value: Value, is_enumerable: bool) -> bool {
        if let Some(position) = self.position(key) {
            self.named[position].value = value;
            return false;
        }
        self.named.push(Property {
            key,
            is_enumerable,
            value,
        });
        if self.named.len() == INDEX_FROM {
            self.reindex();
        } else if self.named.len() > INDEX_FROM {
            self.index.insert(key, self.named.len() - 1);
        }
        true
    }

    /// Removes a named property; returns whether it was there.
    pub fn remove(&mut self, key: KeyId) -> bool {
        let Some(position) = self.position(key) else {
            return false;
        };
        self.named.remove(position);
        self.reindex();
        true
    }

    fn reindex(&mut self) {
        self.index.clear();
        if self.named.len() >= INDEX_FROM {
            let keys = self.named.iter().enumerate();
            self.index = keys.map(|(position, property)| (property.key, position)).collect();
        }
    }

    /// The element at an array index.
    #[must_use]
    pub fn element(&self, index: u32) -> Option<Value> {
        self.elements.get(&index).copied()
    }

    /// Writes an element; returns whether it is new.
    pub fn set_element(&mut self, index: u32, value: Value) -> bool {
        self.elements.insert(index, value).is_none()
    }

    /// Removes an element; returns whether it was there.
    pub fn remove_element(&mut self, index: u32) -> bool {
        self.elements.remove(&index).is_some()
    }

    /// Calls `visit` with every value.
    #[inline]
    pub(crate) fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        for property in &self.named {
            visit(property.value);
        }
        self.elements.values().copied().for_each(visit);
    }

    /// The named properties in order of insertion.
    #[must_use]
    pub fn named(&self) -> &[Property] {
        &self.named
    }

    /// The elements in ascending order.
    pub fn elements(&self) -> impl Iterator<Item = (u32, Value)> + '_ {
        self.elements.iter().map(|(&index, &value)| (index, value))
    }

    /// How many properties there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.named.len() + self.elements.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn properties_keep_their_order_with_and_without_an_index() {
        let mut properties = Properties::default();
        for key in 0..30 {
            assert!(properties.set(KeyId(key), Value::number(f64::from(key))));
        }
        assert!(properties.remove(KeyId(3)));
        assert!(!properties.remove(KeyId(3)));
        assert_eq!(properties.get(KeyId(29)), Some(Value::number(29.0)));
        let keys: Vec<u32> = properties.named().iter().map(|property| property.key.0).collect();
        assert_eq!(keys, (0..30).filter(|&key| key != 3).collect::<Vec<_>>());
        for key in 5..30 {
            properties.remove(KeyId(key));
        }
        assert_eq!(properties.get(KeyId(4)), Some(Value::number(4.0)));
        assert_eq!(properties.get(KeyId(5)), None);
    }
}
