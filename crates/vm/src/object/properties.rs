//! The own properties of an object.
//!
//! Owns their order, their attributes and how one is found. What reading and writing one means is the interpreter's.

use std::collections::BTreeMap;

use crate::{NameKey, Value};

/// The attributes of a property (ECMA-262 section 6.1.7.1), and what kind of property it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Flags(u8);

impl Flags {
    /// No attribute at all.
    pub const NONE: Flags = Flags(0);
    /// The value can be changed.
    pub const WRITABLE: Flags = Flags(1);
    /// Loops and printing show it.
    pub const ENUMERABLE: Flags = Flags(2);
    /// It can be removed and its attributes can be changed.
    pub const CONFIGURABLE: Flags = Flags(4);
    /// The value is the internal object that holds its getter and setter.
    pub const ACCESSOR: Flags = Flags(8);
    /// It is a private element: it stays as it is whatever happens to the others.
    const PRIVATE: Flags = Flags(16);
    /// What an assignment makes: writable, enumerable and configurable.
    pub const ALL: Flags = Flags(7);
    /// What built-in methods and methods of classes are: writable and configurable, not shown.
    pub const HIDDEN: Flags = Flags(5);

    /// Both together.
    #[must_use]
    pub const fn with(self, other: Flags) -> Flags {
        Flags(self.0 | other.0)
    }

    /// These without others.
    #[must_use]
    pub const fn without(self, other: Flags) -> Flags {
        Flags(self.0 & !other.0)
    }

    /// These if a condition holds, else none.
    #[must_use]
    pub const fn when(self, holds: bool) -> Flags {
        if holds { self } else { Flags::NONE }
    }

    /// Whether all of `other` are set.
    #[must_use]
    #[inline]
    pub const fn has(self, other: Flags) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether assignment may change the value.
    #[must_use]
    #[inline]
    pub const fn is_writable(self) -> bool {
        self.has(Flags::WRITABLE)
    }

    /// Whether loops and printing show it.
    #[must_use]
    #[inline]
    pub const fn is_enumerable(self) -> bool {
        self.has(Flags::ENUMERABLE)
    }

    /// Whether it is a private element.
    #[must_use]
    pub(crate) const fn is_private(self) -> bool {
        self.has(Flags::PRIVATE)
    }

    /// Whether it can be removed.
    #[must_use]
    #[inline]
    pub const fn is_configurable(self) -> bool {
        self.has(Flags::CONFIGURABLE)
    }

    /// Whether it has a getter and a setter rather than a value.
    #[must_use]
    #[inline]
    pub const fn is_accessor(self) -> bool {
        self.has(Flags::ACCESSOR)
    }

    /// As a number, for fingerprints.
    pub(crate) const fn bits(self) -> u8 {
        self.0
    }
}

/// A property of a name or symbol.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Property {
    /// Its name or symbol.
    pub key: NameKey,
    /// Its attributes.
    pub flags: Flags,
    /// Its value; of an accessor property, the internal object with its functions.
    pub value: Value,
}

/// From this many named properties on, an index is kept.
const INDEX_FROM: usize = 12;

/// The own properties of an object: array indices in ascending order, then names and symbols in order of insertion.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Properties {
    named: Vec<Property>,
    /// There are many objects and few that need this.
    rare: Option<Box<Rare>>,
}

/// What few objects have. Never both empty.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
struct Rare {
    /// Where the names are, if there are many.
    index: BTreeMap<NameKey, usize>,
    elements: BTreeMap<u32, (Flags, Value)>,
}

impl Properties {
    #[inline]
    fn position(&self, key: NameKey) -> Option<usize> {
        if self.named.len() < INDEX_FROM {
            self.named.iter().position(|property| property.key == key)
        } else {
            self.rare.as_ref()?.index.get(&key).copied()
        }
    }

    /// The property of a name or symbol.
    #[must_use]
    #[inline]
    pub fn find(&self, key: impl Into<NameKey>) -> Option<&Property> {
        self.position(key.into()).map(|position| &self.named[position])
    }

    /// The value of a data property of a name or symbol.
    #[must_use]
    #[inline]
    pub fn get(&self, key: impl Into<NameKey>) -> Option<Value> {
        let property = self.find(key)?;
        (!property.flags.is_accessor()).then_some(property.value)
    }

    /// The same, to be written to in place; only if it may be.
    #[inline]
    pub(crate) fn writable_mut(&mut self, key: impl Into<NameKey>) -> Option<&mut Value> {
        let position = self.position(key.into())?;
        let property = &mut self.named[position];
        property.flags.is_writable().then_some(&mut property.value)
    }

    /// Writes a named property, which gets all attributes if it is new; returns whether it is.
    pub fn set(&mut self, key: impl Into<NameKey>, value: Value) -> bool {
        let key = key.into();
        if let Some(position) = self.position(key) {
            self.named[position].value = value;
            return false;
        }
        self.push(key, Flags::ALL, value);
        true
    }

    /// Makes a named property what is given, attributes and all; returns whether it is new.
    pub fn define(&mut self, key: impl Into<NameKey>, flags: Flags, value: Value) -> bool {
        let key = key.into();
        if let Some(position) = self.position(key) {
            self.named[position].value = value;
            self.named[position].flags = flags;
            return false;
        }
        self.push(key, flags, value);
        true
    }

    fn push(&mut self, key: NameKey, flags: Flags, value: Value) {
        self.named.push(Property { key, flags, value });
        if self.named.len() == INDEX_FROM {
            self.reindex();
        } else if self.named.len() > INDEX_FROM {
            let position = self.named.len() - 1;
            self.rare_mut().index.insert(key, position);
        }
    }

    /// Adds a private element.
    pub fn define_private(&mut self, key: NameKey, flags: Flags, value: Value) {
        self.define(key, flags.with(Flags::PRIVATE), value);
    }

    /// Whether there are private elements.
    #[must_use]
    pub fn has_private(&self) -> bool {
        self.named.iter().any(|property| property.flags.has(Flags::PRIVATE))
    }

    /// Removes a named property; returns whether it was there.
    pub fn remove(&mut self, key: impl Into<NameKey>) -> bool {
        let Some(position) = self.position(key.into()) else {
            return false;
        };
        self.named.remove(position);
        self.reindex();
        true
    }

    /// Puts properties before all others that there are already.
    pub(crate) fn prepend(&mut self, first: Vec<Property>) {
        self.named.splice(0..0, first);
        self.reindex();
    }

    fn rare_mut(&mut self) -> &mut Rare {
        self.rare.get_or_insert_default()
    }

    /// Equal objects look the same, whatever they once had.
    fn drop_empty(&mut self) {
        if self
            .rare
            .as_ref()
            .is_some_and(|rare| rare.index.is_empty() && rare.elements.is_empty())
        {
            self.rare = None;
        }
    }

    fn reindex(&mut self) {
        if self.named.len() >= INDEX_FROM {
            let keys = self.named.iter().enumerate();
            let mut index = BTreeMap::new();
            index.extend(keys.map(|(position, property)| (property.key, position)));
            self.rare_mut().index = index;
        } else if let Some(rare) = &mut self.rare {
            rare.index.clear();
            self.drop_empty();
        }
    }

    /// The attributes and the value at an array index.
    #[must_use]
    pub fn find_element(&self, index: u32) -> Option<(Flags, Value)> {
        self.rare.as_ref()?.elements.get(&index).copied()
    }

    /// Writes an element, which gets all attributes if it is new; returns whether it is.
    pub fn set_element(&mut self, index: u32, value: Value) -> bool {
        let elements = &mut self.rare_mut().elements;
        match elements.get_mut(&index) {
            Some(element) => {
                element.1 = value;
                false
            }
            None => elements.insert(index, (Flags::ALL, value)).is_none(),
        }
    }

    /// Makes an element what is given, attributes and all; returns whether it is new.
    pub fn define_element(&mut self, index: u32, flags: Flags, value: Value) -> bool {
        self.rare_mut().elements.insert(index, (flags, value)).is_none()
    }

    /// Removes an element; returns whether it was there.
    pub fn remove_element(&mut self, index: u32) -> bool {
        let Some(rare) = &mut self.rare else { return false };
        let was_there = rare.elements.remove(&index).is_some();
        self.drop_empty();
        was_there
    }

    /// Calls `visit` with every value and every symbol that is a key.
    #[inline]
    pub(crate) fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        for property in &self.named {
            if let Some(symbol) = property.key.symbol() {
                visit(Value::Symbol(symbol));
            }
            visit(property.value);
        }
        if let Some(rare) = &self.rare {
            rare.elements.values().for_each(|&(_, value)| visit(value));
        }
    }

    /// The properties of names and symbols in order of insertion.
    #[must_use]
    pub fn named(&self) -> &[Property] {
        &self.named
    }

    /// The elements in ascending order.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = (u32, Flags, Value)> + '_ {
        let elements = self.rare.iter().flat_map(|rare| &rare.elements);
        elements.map(|(&index, &(flags, value))| (index, flags, value))
    }

    /// Whether there are elements.
    #[must_use]
    #[inline]
    pub fn has_elements(&self) -> bool {
        self.rare.as_ref().is_some_and(|rare| !rare.elements.is_empty())
    }

    /// How many properties there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.named.len() + self.rare.as_ref().map_or(0, |rare| rare.elements.len())
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.named.is_empty() && !self.has_elements()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::KeyId;

    #[test]
    fn properties_keep_their_order_with_and_without_an_index() {
        let mut properties = Properties::default();
        for key in 0..30 {
            assert!(properties.set(KeyId(key), Value::number(f64::from(key))));
        }
        assert!(properties.remove(KeyId(3)));
        assert!(!properties.remove(KeyId(3)));
        assert_eq!(properties.get(KeyId(29)), Some(Value::number(29.0)));
        let keys = properties.named().iter().map(|property| property.key);
        let expected = (0..30).filter(|&key| key != 3).map(|key| NameKey::from(KeyId(key)));
        assert!(keys.eq(expected));
        for key in 5..30 {
            properties.remove(KeyId(key));
        }
        assert_eq!(properties.get(KeyId(4)), Some(Value::number(4.0)));
        assert_eq!(properties.get(KeyId(5)), None);
    }

    #[test]
    fn what_is_gone_leaves_nothing_behind() {
        let mut properties = Properties::default();
        properties.set_element(7, Value::Null);
        assert!(properties.remove_element(7));
        for key in 0..20 {
            properties.set(KeyId(key), Value::Null);
        }
        for key in 0..20 {
            properties.remove(KeyId(key));
        }
        assert_eq!(properties, Properties::default());
        assert!(size_of::<Properties>() <= 32);
    }

    #[test]
    fn writing_keeps_attributes_and_defining_replaces_them() {
        let mut properties = Properties::default();
        properties.define(KeyId(1), Flags::HIDDEN, Value::Null);
        assert!(!properties.set(KeyId(1), Value::Bool(true)));
        assert_eq!(properties.find(KeyId(1)).map(|found| found.flags), Some(Flags::HIDDEN));
        properties.define(KeyId(1), Flags::ALL, Value::Null);
        assert_eq!(properties.find(KeyId(1)).map(|found| found.flags), Some(Flags::ALL));
        properties.define(KeyId(2), Flags::ACCESSOR, Value::Null);
        assert_eq!(properties.get(KeyId(2)), None);
        assert!(properties.writable_mut(KeyId(2)).is_none());
    }
}
