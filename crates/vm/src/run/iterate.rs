//! Iteration: iterators over built-in iterables, rest elements and properties, copying properties.
//!
//! Owns how an iterator over a built-in iterable moves. The protocol by which the program's own ones do is next door.

use std::collections::BTreeSet;
use std::sync::Arc;

use bytecode::Reg;

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::object::{IterationKind, IteratorState, Object, Prototype};
use crate::pending::{Copying, Pending, PendingStep};
use crate::realm::has_enumerable;
use crate::{ErrorKind, Native, ObjectKind, ObjectRef, Owner, PropertyKey, Pure, Raise, Value, WellKnownSymbol};

use super::complete::Readable;
use super::lookup::Found;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    /// An iterator over a value whose iteration is as it came: nothing of the program's has a say in it.
    pub(crate) fn pristine_iterator(&mut self, value: Value) -> Option<Value> {
        let key = PropertyKey::Symbol(WellKnownSymbol::Iterator.reference());
        let Found::Data(Value::Native(Native::Pure(method))) = self.find_property(value, key) else {
            return None;
        };
        let state = match (method, value) {
            (Pure::StringIterator, Value::Text(text)) => IteratorState::Text { text, index: 0 },
            (Pure::IteratorSelf, Value::Object(reference)) => {
                let ObjectKind::Iterator(_) = self.context.heap.object(reference).kind else {
                    return None;
                };
                return self.has_own_next(reference).then_some(value);
            }
            (_, Value::Object(reference)) => match (method, &self.context.heap.object(reference).kind) {
                (Pure::ArrayValues, ObjectKind::Array(_) | ObjectKind::Arguments) => IteratorState::Array {
                    array: reference,
                    index: 0,
                    kind: IterationKind::Values,
                },
                (Pure::MapEntries, ObjectKind::Map(_)) => map_iterator(reference, IterationKind::Entries),
                (Pure::SetValues, ObjectKind::Set(_)) => map_iterator(reference, IterationKind::Values),
                _ => return None,
            },
            _ => return None,
        };
        let owner = self.iterator_owner(&state);
        let pristine = self.pristine_next(owner);
        let is_pristine = self.context.heap.is_realm_pristine() || {
            let key = PropertyKey::Name(self.context.heap.well_known().next);
            self.find_property(Value::Native(Native::Prototype(owner)), key) == Found::Data(pristine)
        };
        is_pristine.then(|| self.new_iterator(state))
    }

    /// Whether the `next` of a built-in iterator is the one that it came with.
    fn has_own_next(&mut self, iterator: ObjectRef) -> bool {
        let key = PropertyKey::Name(self.context.heap.well_known().next);
        let found = self.find_property(Value::Object(iterator), key);
        matches!(found, Found::Data(next) if self.is_next_of(next, iterator))
    }

    /// Whether a function is the `next` that moves a built-in iterator.
    pub(crate) fn is_next_of(&self, next: Value, iterator: ObjectRef) -> bool {
        let object = self.context.heap.object(iterator);
        let ObjectKind::Iterator(state) = &object.kind else {
            return false;
        };
        let owner = match (state, object.prototype) {
            (IteratorState::Done, Prototype::Native(Native::Prototype(owner))) => owner,
            _ => self.iterator_owner(state),
        };
        next == self.pristine_next(owner)
    }

    fn pristine_next(&self, owner: Owner) -> Value {
        Value::Native(Native::Pure(match owner {
            Owner::StringIterator => Pure::StringIteratorNext,
            Owner::MapIterator => Pure::MapIteratorNext,
            Owner::SetIterator => Pure::SetIteratorNext,
            _ => Pure::ArrayIteratorNext,
        }))
    }

    /// Whose prototype a built-in iterator has.
    fn iterator_owner(&self, state: &IteratorState) -> Owner {
        match state {
            IteratorState::Array { .. } => Owner::ArrayIterator,
            IteratorState::Text { .. } => Owner::StringIterator,
            IteratorState::Map { map, .. } => match self.context.heap.object(*map).kind {
                ObjectKind::Set(_) => Owner::SetIterator,
                _ => Owner::MapIterator,
            },
            IteratorState::Keys { .. } | IteratorState::Done => Owner::Iterator,
        }
    }

    pub(crate) fn new_iterator(&mut self, state: IteratorState) -> Value {
        let owner = self.iterator_owner(&state);
        let mut iterator = Object::new(ObjectKind::Iterator(state));
        iterator.prototype = Prototype::Native(Native::Prototype(owner));
        Value::Object(self.context.heap.alloc_object(iterator))
    }

    /// Moves an iterator; `None` at the end.
    pub(crate) fn iterator_step(&mut self, iterator: ObjectRef) -> Outcome<Option<Value>> {
        let ObjectKind::Iterator(state) = &self.context.heap.object(iterator).kind else {
            return Ok(None);
        };
        let state = state.clone();
        let (next, value) = match state {
            IteratorState::Done => return Ok(None),
            IteratorState::Array { array, index, kind } => self.step_array(array, index, kind)?,
            IteratorState::Text { text, index } => self.step_text(text, index),
            IteratorState::Map { map, sequence, kind } => self.step_map(map, sequence, kind),
            IteratorState::Keys { object, names, index } => self.step_keys(object, names, index)?,
        };
        self.context.heap.object_mut(iterator).kind = ObjectKind::Iterator(next);
        if let Some(value) = value {
            // An iterator that several tasks can reach gives what several tasks can reach.
            self.context.heap.share_if(iterator, value);
        }
        Ok(value)
    }

    /// Another name of [`Machine::iterator_step`].
    pub(crate) fn step(&mut self, iterator: ObjectRef) -> Outcome<Option<Value>> {
        self.iterator_step(iterator)
    }

    /// Another name of [`Machine::list_from`].
    pub(crate) fn elements_of(&mut self, value: Value) -> Outcome<Vec<Value>> {
        self.list_from(value)
    }

    fn step_array(
        &mut self,
        array: ObjectRef,
        index: u32,
        kind: IterationKind,
    ) -> Outcome<(IteratorState, Option<Value>)> {
        let Some(item) = self.item_at(array, index, kind)? else {
            let length = PropertyKey::Name(self.context.heap.well_known().length);
            self.note_read(array, length);
            return Ok((IteratorState::Done, None));
        };
        self.note_read_of(array, PropertyKey::Index(index), item);
        let number = Value::number(f64::from(index));
        let value = match kind {
            IterationKind::Keys => number,
            IterationKind::Values => item,
            IterationKind::Entries => Value::Object(self.context.heap.alloc_array(vec![number, item])),
        };
        let next = IteratorState::Array {
            array,
            index: index + 1,
            kind,
        };
        Ok((next, Some(value)))
    }

    /// The element that an iterator over an array, or something like one, gives next; `None` past its end.
    fn item_at(&mut self, array: ObjectRef, index: u32, kind: IterationKind) -> Outcome<Option<Value>> {
        let value = Value::Object(array);
        if let Some(items) = self.context.heap.as_array(value) {
            match items.get(index as usize) {
                None => return Ok(None),
                Some(&item) if item != Value::Uninitialized => return Ok(Some(item)),
                Some(_) => {}
            }
        } else {
            let key = PropertyKey::Name(self.context.heap.well_known().length);
            let length = self.get_plain(value, key)?;
            let length = crate::number::to_integer(self.to_number(length)?);
            if f64::from(index) >= length {
                return Ok(None);
            }
        }
        if kind == IterationKind::Keys {
            return Ok(Some(Value::Undefined));
        }
        self.get_plain(value, PropertyKey::Index(index)).map(Some)
    }

    fn step_text(&mut self, text: ObjectRef, index: u32) -> (IteratorState, Option<Value>) {
        let content = self.context.heap.text(text);
        let at = index as usize;
        let Some(first) = content.unit(at) else {
            return (IteratorState::Done, None);
        };
        let is_pair = (0xd800..0xdc00).contains(&first)
            && content
                .unit(at + 1)
                .is_some_and(|second| (0xdc00..0xe000).contains(&second));
        let width = 1 + usize::from(is_pair);
        let part = content.slice(at, at + width);
        let value = self.context.heap.alloc_text(part);
        let index = index + 1 + u32::from(is_pair);
        (IteratorState::Text { text, index }, Some(value))
    }

    fn step_map(&mut self, map: ObjectRef, sequence: u64, kind: IterationKind) -> (IteratorState, Option<Value>) {
        let (ObjectKind::Map(entries) | ObjectKind::Set(entries)) = &self.context.heap.object(map).kind else {
            return (IteratorState::Done, None);
        };
        let is_set = matches!(self.context.heap.object(map).kind, ObjectKind::Set(_));
        let entry = entries.at_or_after(sequence);
        let size = Value::number(entries.len() as f64);
        let length = PropertyKey::Name(self.context.heap.well_known().length);
        self.note_read_of(map, length, size);
        let Some((sequence, key, value)) = entry else {
            return (IteratorState::Done, None);
        };
        let value = if is_set { key } else { value };
        let value = match kind {
            IterationKind::Keys => key,
            IterationKind::Values => value,
            IterationKind::Entries => Value::Object(self.context.heap.alloc_array(vec![key, value])),
        };
        (IteratorState::Map { map, sequence, kind }, Some(value))
    }

    fn step_keys(
        &mut self,
        object: Value,
        names: Arc<[Value]>,
        mut index: u32,
    ) -> Outcome<(IteratorState, Option<Value>)> {
        while let Some(&name) = names.get(index as usize) {
            index += 1;
            let key = self.to_property_key(name)?;
            // A property that was removed meanwhile is not visited.
            if self.is_present(object, key) {
                return Ok((IteratorState::Keys { object, names, index }, Some(name)));
            }
        }
        Ok((IteratorState::Done, None))
    }

    pub(crate) fn get_keys(&mut self, dest: Reg, object: Reg) -> Outcome<Flow> {
        let object = self.register(object);
        let mut names = Vec::new();
        let mut seen = BTreeSet::new();
        let mut at = object;
        while !at.is_nullish() {
            // Hardly a built-in object that was not changed has an enumerable property.
            let has_any = match at {
                Value::Native(native) => self.context.heap.overlay(native).is_some() || has_enumerable(native),
                _ => true,
            };
            let keys = if has_any { self.own_keys(at) } else { Vec::new() };
            for key in keys {
                if matches!(key, PropertyKey::Symbol(_)) || !seen.insert(key) {
                    continue;
                }
                if self.is_enumerable(at, key) {
                    names.push(self.key_value(key));
                }
            }
            at = self.prototype_of(at);
        }
        let names: Arc<[Value]> = names.into();
        let iterator = self.new_iterator(IteratorState::Keys {
            object,
            names,
            index: 0,
        });
        self.give(dest, iterator)
    }

    /// Everything that an iterator still gives.
    pub(crate) fn drain(&mut self, iterator: ObjectRef) -> Outcome<Vec<Value>> {
        let mut items = Vec::new();
        while let Some(item) = self.iterator_step(iterator)? {
            items.push(item);
            self.context.heap.check_array_len(items.len())?;
        }
        Ok(items)
    }

    /// Everything that iterating over a value gives, for a native. If the program has a say in that, the library does the
    /// native's work.
    pub(crate) fn list_from(&mut self, value: Value) -> Outcome<Vec<Value>> {
        if let Some(iterator) = self.pristine_iterator(value).and_then(Value::object) {
            return self.drain(iterator);
        }
        let key = PropertyKey::Symbol(WellKnownSymbol::Iterator.reference());
        let method = match value.is_nullish() {
            true => Found::Missing,
            false => self.find_property(value, key),
        };
        match method {
            Found::Data(method) if !method.is_nullish() => Err(Raise::Library),
            Found::Getter(getter) if getter != Value::Undefined => Err(Raise::Library),
            Found::Data(_) | Found::Getter(_) | Found::Missing => Err(self.no_iterator(value)),
        }
    }

    pub(crate) fn rest_properties(&mut self, dest: Reg, source: Reg, excluded: Reg) -> Outcome<Flow> {
        let source = self.register(source);
        if source.is_nullish() {
            let shown = if source == Value::Null { "null" } else { "undefined" };
            let message = format!("Cannot destructure '{shown}' as it is {shown}.");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let names = self.context.heap.as_array(self.register(excluded));
        let names: Vec<Value> = names.into_iter().flatten().copied().collect();
        let mut keys = Vec::new();
        for name in names {
            keys.push(self.to_property_key(name)?);
        }
        let target = self.context.heap.alloc_plain();
        self.copy_own(dest, target, source, &keys, FrameExit::Value)
    }

    pub(crate) fn copy_properties(&mut self, object: Reg, source: Reg) -> Outcome<Flow> {
        let source = self.register(source);
        match self.register(object) {
            Value::Object(target) => self.copy_own(object, target, source, &[], FrameExit::Discard),
            _ => Ok(Flow::Next),
        }
    }

    /// Copies the own enumerable properties of `source` except those in `excluded` (CopyDataProperties).
    fn copy_own(
        &mut self,
        dest: Reg,
        target: ObjectRef,
        source: Value,
        excluded: &[PropertyKey],
        exit: FrameExit,
    ) -> Outcome<Flow> {
        let mut keys = self.own_keys(source);
        keys.retain(|key| !excluded.contains(key));
        let copy = Copying {
            target,
            source,
            keys: keys.into(),
            index: 0,
        };
        self.copy_on(copy, dest, exit)
    }

    /// A getter of the program's has given a property's value.
    pub(super) fn copied(&mut self, copy: Copying, value: Value, dest: Reg, exit: FrameExit) -> Outcome<Flow> {
        if let Some(&key) = copy.keys.get(copy.index as usize) {
            self.put_own(copy.target, key, value);
        }
        let index = copy.index + 1;
        self.copy_on(Copying { index, ..copy }, dest, exit)
    }

    fn copy_on(&mut self, mut copy: Copying, dest: Reg, exit: FrameExit) -> Outcome<Flow> {
        while let Some(&key) = copy.keys.get(copy.index as usize) {
            // A getter may have removed a property that was still to come.
            if self.is_enumerable(copy.source, key) {
                match self.readable(copy.source, key)? {
                    Readable::Value(value) => self.put_own(copy.target, key, value),
                    Readable::Getter(getter) => {
                        let this = copy.source;
                        let step = PendingStep::Copy { copy: Box::new(copy) };
                        return self.call_then(getter, this, Vec::new(), dest, Pending { step, outer: exit });
                    }
                }
            }
            copy.index += 1;
        }
        self.complete(exit, dest, Value::Object(copy.target))
    }
}

pub(crate) fn map_iterator(map: ObjectRef, kind: IterationKind) -> IteratorState {
    IteratorState::Map { map, sequence: 0, kind }
}
