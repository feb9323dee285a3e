//! What a value consists of, one level deep: what a screen shows when somebody opens it.
//!
//! Owns which kinds of values can be opened and what their parts are called. Prints nothing and calls nobody; a value in one
//! line is `short`'s.

use std::collections::VecDeque;

use bytecode::Program;

use crate::object::MapEntries;
use crate::{Heap, ObjectKind, ObjectRef, PromiseState, Value};

use super::short;

/// The parts of a value by name, in the order of the language, at most so many; empty for what cannot be opened.
#[must_use]
pub fn parts(heap: &Heap, program: &Program, value: Value, most: usize) -> Vec<(String, Value)> {
    let Some(reference) = value.object() else {
        return Vec::new();
    };
    let object = heap.object(reference);
    let inside: Vec<(String, Value)> = match inside(&object.kind) {
        Inside::Items(items) => {
            let items = items
                .iter()
                .enumerate()
                .filter(|(_, item)| **item != Value::Uninitialized);
            items
                .map(|(index, item)| (index.to_string(), *item))
                .take(most)
                .collect()
        }
        Inside::Map(entries) => map_entries(heap, program, entries, most),
        Inside::Set(entries) => {
            let values = entries.iter().map(|(value, _)| value).enumerate();
            values
                .map(|(index, value)| (index.to_string(), value))
                .take(most)
                .collect()
        }
        Inside::One(name, value) => vec![(name.to_owned(), value)],
        Inside::Nothing => Vec::new(),
    };
    let room = most.saturating_sub(inside.len());
    let properties = properties(heap, reference).take(room);
    inside.into_iter().chain(properties).collect()
}

/// How many parts a value has that can be opened.
#[must_use]
pub fn part_count(heap: &Heap, value: Value) -> usize {
    let Some(reference) = value.object() else { return 0 };
    let inside = match inside(&heap.object(reference).kind) {
        Inside::Items(items) => items.len(),
        Inside::Map(entries) | Inside::Set(entries) => entries.len(),
        Inside::One(..) => 1,
        Inside::Nothing => 0,
    };
    inside + properties(heap, reference).count()
}

/// What an object has besides its properties.
enum Inside<'a> {
    Items(&'a VecDeque<Value>),
    Map(&'a MapEntries),
    Set(&'a MapEntries),
    One(&'static str, Value),
    Nothing,
}

fn inside(kind: &ObjectKind) -> Inside<'_> {
    match kind {
        ObjectKind::Array(items) => Inside::Items(items),
        ObjectKind::Map(entries) => Inside::Map(entries),
        ObjectKind::Set(entries) => Inside::Set(entries),
        ObjectKind::Promise(promise) => match promise.state {
            PromiseState::Pending => Inside::Nothing,
            PromiseState::Fulfilled(value) => Inside::One("value", value),
            PromiseState::Rejected(reason) => Inside::One("reason", reason),
        },
        ObjectKind::Primitive(value) | ObjectKind::WeakRef(value) => Inside::One("value", *value),
        ObjectKind::Plain
        | ObjectKind::Closure { .. }
        | ObjectKind::BoundFunction { .. }
        | ObjectKind::ResolveFunction { .. }
        | ObjectKind::Aggregate(_)
        | ObjectKind::Error(_)
        | ObjectKind::Timer(_)
        | ObjectKind::Iterator(_)
        | ObjectKind::Host { .. }
        | ObjectKind::Accessor { .. }
        | ObjectKind::Arguments
        | ObjectKind::WeakMap(_)
        | ObjectKind::WeakSet(_)
        | ObjectKind::RegExp(_)
        | ObjectKind::Date(_)
        | ObjectKind::Generator(_)
        | ObjectKind::IteratorRecord { .. } => Inside::Nothing,
    }
}

fn map_entries(heap: &Heap, program: &Program, entries: &MapEntries, most: usize) -> Vec<(String, Value)> {
    let entries = entries.iter().take(most);
    entries.map(|(key, value)| (short(heap, program, key), value)).collect()
}

/// What stands in an object's own properties: elements, then names. What a getter would have to compute is left out, and
/// private fields are shown, for whoever looks inside has written them.
fn properties(heap: &Heap, reference: ObjectRef) -> impl Iterator<Item = (String, Value)> + '_ {
    let properties = &heap.object(reference).properties;
    let elements = properties
        .elements()
        .map(|(index, _, value)| (index.to_string(), value));
    let named = properties.named().iter();
    let named = named.filter(|property| {
        let is_field = property.flags.is_private() && property.flags.is_writable();
        (property.flags.is_enumerable() || is_field) && !property.flags.is_accessor()
    });
    elements.chain(named.map(|property| (name_of(heap.key_display(property.key.into())), property.value)))
}

/// The name of a private field is a symbol's description.
fn name_of(key: String) -> String {
    let private = key.strip_prefix("Symbol(#").and_then(|rest| rest.strip_suffix(')'));
    match private {
        Some(name) => format!("#{name}"),
        None => key,
    }
}
