//! What heap objects are made of.
//!
//! Owns the kinds of objects, their properties and the ordered entries of maps and sets. Allocation, sharing and
//! collection are the heap's; what reading and writing mean is the interpreter's.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use bytecode::FunctionId;

use crate::{Aggregate, ErrorKind, KeyId, Number, ObjectRef, Promise, StackLine, Text, Value};

/// The classes of objects whose state lives outside the heap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the classes' names")]
pub enum HostClass {
    Semaphore,
    Mutex,
    Channel,
    AtomicInt,
}

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

/// A key of a map or set under SameValueZero (ECMA-262 section 7.2.11).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) enum MapKey {
    Undefined,
    Null,
    Bool(bool),
    Number(Number),
    Text(Text),
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

/// What an iterator gives of each entry.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the methods' names")]
pub enum IterationKind {
    Keys,
    Values,
    Entries,
}

/// Where an iterator stands.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum IteratorState {
    /// Over an array, which may change meanwhile.
    Array {
        /// The array.
        array: ObjectRef,
        /// The next index.
        index: u32,
        /// What it gives.
        kind: IterationKind,
    },
    /// Over the code points of a string.
    Text {
        /// The string.
        text: ObjectRef,
        /// The next code unit.
        index: u32,
    },
    /// Over a map or set, which may change meanwhile.
    Map {
        /// The map or set.
        map: ObjectRef,
        /// The next sequence number.
        sequence: u64,
        /// What it gives.
        kind: IterationKind,
    },
    /// Over the names that `for in` visits.
    Keys {
        /// The object.
        object: Value,
        /// The names, as texts.
        names: Arc<[Value]>,
        /// The next name.
        index: u32,
    },
    /// Used up.
    Done,
}

/// What an error remembers besides its properties.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ErrorState {
    /// The constructor that made it.
    pub kind: ErrorKind,
    /// Where it was made.
    pub line: u32,
    /// The learner's functions that were running, innermost first.
    pub stack: Vec<StackLine>,
}

/// What makes an object more than its properties.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum ObjectKind {
    /// Nothing does.
    Plain,
    /// Elements; [`Value::Uninitialized`] is a hole.
    Array(VecDeque<Value>),
    /// A function of the program with its captured variables.
    Closure {
        /// The function.
        function: FunctionId,
        /// The cells that it captured.
        captures: Arc<[ObjectRef]>,
        /// `this` of an arrow function.
        this: Value,
    },
    /// What `bind` returns.
    BoundFunction {
        /// The function.
        target: Value,
        /// Its `this`.
        this: Value,
        /// Its first arguments.
        args: Vec<Value>,
    },
    /// One of the functions that a promise's executor gets.
    ResolveFunction {
        /// The promise.
        promise: ObjectRef,
        /// Whether it rejects.
        is_reject: bool,
    },
    /// A promise or a task.
    Promise(Promise),
    /// The progress of `Promise.all` or its like.
    Aggregate(Aggregate),
    /// An error.
    Error(ErrorState),
    /// A map.
    Map(MapEntries),
    /// A set.
    Set(MapEntries),
    /// An iterator.
    Iterator(IteratorState),
    /// An object whose state lives in the world.
    Host {
        /// Its class.
        class: HostClass,
        /// Its number in the world.
        id: u32,
    },
}

/// What may still happen to an object's own properties.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Integrity {
    /// Anything.
    #[default]
    Extensible,
    /// No new ones.
    NotExtensible,
    /// No new ones, none removed.
    Sealed,
    /// Nothing: reading is never a conflict.
    Frozen,
}

/// An object of the heap.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Object {
    /// What it is.
    pub kind: ObjectKind,
    /// Its own properties, without those that its kind implies.
    pub properties: Properties,
    /// Where properties that it has not got itself are looked up, besides what its kind implies.
    pub prototype: Option<ObjectRef>,
    /// What may still happen to its properties.
    pub integrity: Integrity,
}

impl Object {
    /// An object of a kind, without properties.
    #[must_use]
    pub fn new(kind: ObjectKind) -> Object {
        Object {
            kind,
            properties: Properties::default(),
            prototype: None,
            integrity: Integrity::Extensible,
        }
    }

    /// Whether it can be called.
    #[must_use]
    pub fn is_callable(&self) -> bool {
        match self.kind {
            ObjectKind::Closure { .. } | ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => true,
            ObjectKind::Plain
            | ObjectKind::Array(_)
            | ObjectKind::Promise(_)
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Map(_)
            | ObjectKind::Set(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. } => false,
        }
    }

    /// Calls `visit` with every value that it holds.
    pub fn for_each_value(&self, mut visit: impl FnMut(Value)) {
        for property in &self.properties.named {
            visit(property.value);
        }
        self.properties.elements.values().copied().for_each(&mut visit);
        if let Some(prototype) = self.prototype {
            visit(Value::Object(prototype));
        }
        match &self.kind {
            ObjectKind::Plain | ObjectKind::Error(_) | ObjectKind::Host { .. } => {}
            ObjectKind::Array(items) => items.iter().copied().for_each(visit),
            ObjectKind::Closure { captures, this, .. } => {
                captures.iter().for_each(|&cell| visit(Value::Cell(cell)));
                visit(*this);
            }
            ObjectKind::BoundFunction { target, this, args } => {
                visit(*target);
                visit(*this);
                args.iter().copied().for_each(visit);
            }
            ObjectKind::ResolveFunction { promise, .. } => visit(Value::Object(*promise)),
            ObjectKind::Promise(promise) => for_each_promise_value(promise, visit),
            ObjectKind::Aggregate(aggregate) => {
                visit(Value::Object(aggregate.results));
                visit(Value::Object(aggregate.promise));
            }
            ObjectKind::Map(entries) | ObjectKind::Set(entries) => {
                for (key, value) in entries.iter() {
                    visit(key);
                    visit(value);
                }
            }
            ObjectKind::Iterator(state) => match state {
                IteratorState::Array { array, .. } => visit(Value::Object(*array)),
                IteratorState::Text { text, .. } => visit(Value::Text(*text)),
                IteratorState::Map { map, .. } => visit(Value::Object(*map)),
                IteratorState::Keys { object, names, .. } => {
                    visit(*object);
                    names.iter().copied().for_each(visit);
                }
                IteratorState::Done => {}
            },
        }
    }

    /// How many bytes it stands for, roughly and in constant time.
    pub(crate) fn weight(&self) -> usize {
        let kind = match &self.kind {
            ObjectKind::Array(items) => items.len() * 16,
            ObjectKind::Closure { captures, .. } => captures.len() * 4,
            ObjectKind::BoundFunction { args, .. } => args.len() * 16,
            ObjectKind::Promise(promise) => promise.reactions.len() * 48,
            ObjectKind::Map(entries) | ObjectKind::Set(entries) => entries.len() * 96,
            ObjectKind::Iterator(IteratorState::Keys { names, .. }) => names.len() * 16,
            ObjectKind::Plain
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Host { .. } => 0,
        };
        160 + kind + self.properties.len() * 32
    }
}

fn for_each_promise_value(promise: &Promise, mut visit: impl FnMut(Value)) {
    match promise.state {
        crate::PromiseState::Pending => {}
        crate::PromiseState::Fulfilled(value) | crate::PromiseState::Rejected(value) => visit(value),
    }
    for reaction in &promise.reactions {
        match *reaction {
            crate::Reaction::Fiber(_) => {}
            crate::Reaction::Then {
                on_fulfilled,
                on_rejected,
                derived,
                ..
            } => {
                visit(on_fulfilled);
                visit(on_rejected);
                visit(Value::Object(derived));
            }
            crate::Reaction::Adopt { promise } => visit(Value::Object(promise)),
            crate::Reaction::Aggregate { aggregate, .. } => visit(Value::Object(aggregate)),
        }
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
