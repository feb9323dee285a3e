//! What whoever runs the VM asks of values without running anything.
//!
//! Owns plain lookups and conversions on the heap. Nothing here can call script code, halt or throw.

use crate::heap::STATE;
use crate::object::{IterationKind, IteratorState};
use crate::run::{Held, Objects, present, strict_equal, to_boolean};
use bytecode::Program;

use crate::{Flags, Heap, Host, Native, ObjectKind, ObjectRef, PropertyKey, Prototype, Pure, Text, Value};

/// Whether a value counts as true.
#[must_use]
pub fn truthy(heap: &Heap, value: Value) -> bool {
    to_boolean(heap, value)
}

/// A data property of the object or of what it inherits from, by name.
#[must_use]
pub fn own_or_inherited(heap: &Heap, reference: ObjectRef, name: &str) -> Option<Value> {
    let key = heap.find_key(&Text::new(name))?;
    crate::inspect::property(heap, reference, key)
}

/// A method of a value by name, of the program's or built in, if it is a plain property.
#[must_use]
pub fn method_of(heap: &Heap, program: &Program, value: Value, name: &str) -> Option<Value> {
    let key = heap.find_key(&Text::new(name))?;
    let found = (Objects { heap, program }).lookup(value, PropertyKey::Name(key))?;
    let Held::Value(method) = found.own.held else {
        return None;
    };
    Some(method)
}

/// `===`.
#[must_use]
pub fn strictly_equal(heap: &Heap, left: Value, right: Value) -> bool {
    strict_equal(heap, left, right)
}

/// How an `AbortSignal` stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AbortState {
    /// Why it was aborted, if it was.
    pub reason: Option<Value>,
}

/// How a value stands as an `AbortSignal`; `None` if it is none. The library keeps that (`web.ts`).
#[must_use]
pub fn abort_signal(heap: &Heap, program: &Program, value: Value) -> Option<AbortState> {
    let own = Objects { heap, program }.own(value, PropertyKey::Symbol(STATE))?;
    let Held::Value(Value::Object(state)) = own.held else {
        return None;
    };
    own_or_inherited(heap, state, "dependents")?;
    let is_aborted = own_or_inherited(heap, state, "aborted").is_some_and(|aborted| truthy(heap, aborted));
    let reason = is_aborted.then(|| own_or_inherited(heap, state, "reason").unwrap_or_default());
    Some(AbortState { reason })
}

/// The enumerable data properties that an object has itself, by name and in order.
#[must_use]
pub fn own_data(heap: &Heap, reference: ObjectRef) -> Vec<(String, Value)> {
    let properties = &heap.object(reference).properties;
    let is_data = |flags: Flags| flags.is_enumerable() && !flags.is_accessor();
    let elements = properties.elements().filter(|&(_, flags, _)| is_data(flags));
    let elements = elements.map(|(index, _, value)| (index.to_string(), value));
    let named = properties.named().iter().filter(|property| is_data(property.flags));
    let named = named.filter_map(|property| Some((heap.key_text(property.key.name()?).to_display(), property.value)));
    elements.chain(named).collect()
}

/// What the `then` of a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Then {
    /// The value is no object, or has none.
    None,
    /// This, callable or not.
    Method(Value),
    /// A getter of the program's would have to tell.
    Unknown,
}

/// What the `then` of a value is, as far as it can be told without running anything.
#[must_use]
pub fn then_of(heap: &Heap, program: &Program, value: Value) -> Then {
    if !value.is_object() {
        return Then::None;
    }
    if let Value::Object(object) = value
        && is_untouched_promise(heap, object)
    {
        return Then::Method(Value::Native(Native::Host(Host::PromiseThen)));
    }
    let key = heap.well_known().then;
    let objects = Objects { heap, program };
    match objects
        .lookup(value, PropertyKey::Name(key))
        .map(|lookup| lookup.own.held)
    {
        Some(Held::Value(then)) => Then::Method(then),
        Some(Held::Accessor { get, .. }) if get != Value::Undefined => Then::Unknown,
        Some(_) | None => Then::None,
    }
}

/// Whether a value is the `then` that promises have from the start.
#[must_use]
pub fn is_plain_then(_heap: &Heap, then: Value) -> bool {
    then == Value::Native(Native::Host(Host::PromiseThen))
}

/// Whether an object is a promise without properties of its own, in a world in which no built-in was changed.
fn is_untouched_promise(heap: &Heap, object: ObjectRef) -> bool {
    let object = heap.object(object);
    matches!(object.kind, ObjectKind::Promise(_))
        && object.prototype == Prototype::Default
        && object.properties.is_empty()
        && heap.is_realm_pristine()
}

/// Whether an object is a promise whose `constructor` is `Promise` itself.
#[must_use]
pub fn is_plain_promise(heap: &Heap, program: &Program, object: ObjectRef) -> bool {
    if is_untouched_promise(heap, object) {
        return true;
    }
    let key = PropertyKey::Name(heap.well_known().constructor);
    let promise = Value::Object(object);
    heap.as_promise(promise).is_some()
        && Objects { heap, program }.plain(promise, key) == Some(Value::Native(Native::Pure(Pure::Promise)))
}

/// Defines an own property that is not enumerated; does nothing if the value is no object.
pub fn define_hidden(heap: &mut Heap, object: Value, name: &str, value: Value) {
    let Value::Object(reference) = object else { return };
    let key = heap.intern(&Text::new(name));
    if heap.object_mut(reference).properties.define(key, Flags::HIDDEN, value) {
        heap.grow(32);
    }
    heap.share_if(reference, value);
}

/// Writes an own property; does nothing if the value is no object.
pub fn define_property(heap: &mut Heap, object: Value, name: &str, value: Value) {
    let Value::Object(reference) = object else { return };
    let key = heap.intern(&Text::new(name));
    if heap.object_mut(reference).properties.set(key, value) {
        heap.grow(32);
    }
    heap.share_if(reference, value);
}

/// Everything that iterating over a built-in iterable gives; `None` if the value is not iterable. An iterator is used
/// up by it.
pub fn list_of(heap: &mut Heap, value: Value) -> Option<Vec<Value>> {
    let reference = match value {
        Value::Text(text) => return Some(code_points(heap, text, 0)),
        Value::Object(reference) => reference,
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Native(_)
        | Value::Symbol(_)
        | Value::Cell(_)
        | Value::Uninitialized => return None,
    };
    match &heap.object(reference).kind {
        ObjectKind::Array(items) => Some(items.iter().map(|&item| present(item)).collect()),
        ObjectKind::Map(_) => Some(entries(heap, reference, 0, IterationKind::Entries)),
        ObjectKind::Set(_) => Some(entries(heap, reference, 0, IterationKind::Keys)),
        ObjectKind::Iterator(state) => {
            let state = state.clone();
            heap.object_mut(reference).kind = ObjectKind::Iterator(IteratorState::Done);
            Some(rest_of(heap, state))
        }
        ObjectKind::Plain
        | ObjectKind::Closure { .. }
        | ObjectKind::BoundFunction { .. }
        | ObjectKind::ResolveFunction { .. }
        | ObjectKind::Promise(_)
        | ObjectKind::Aggregate(_)
        | ObjectKind::Error(_)
        | ObjectKind::Host { .. }
        | ObjectKind::Accessor { .. }
        | ObjectKind::Primitive(_)
        | ObjectKind::Arguments
        | ObjectKind::Generator(_)
        | ObjectKind::IteratorRecord { .. }
        | ObjectKind::WeakMap(_)
        | ObjectKind::WeakSet(_)
        | ObjectKind::Timer(_)
        | ObjectKind::WeakRef(_)
        | ObjectKind::RegExp(_)
        | ObjectKind::Date(_) => None,
    }
}

fn rest_of(heap: &mut Heap, state: IteratorState) -> Vec<Value> {
    match state {
        IteratorState::Done => Vec::new(),
        IteratorState::Keys { names, index, .. } => names.iter().skip(index as usize).copied().collect(),
        IteratorState::Text { text, index } => code_points(heap, text, index as usize),
        IteratorState::Map { map, sequence, kind } => entries(heap, map, sequence, kind),
        IteratorState::Array { array, index, kind } => {
            let items = heap.as_array(Value::Object(array)).into_iter().flatten();
            let items: Vec<Value> = items.skip(index as usize).map(|&item| present(item)).collect();
            let numbers = (index..).map(|index| Value::number(f64::from(index)));
            match kind {
                IterationKind::Values => items,
                IterationKind::Keys => numbers.take(items.len()).collect(),
                IterationKind::Entries => {
                    let pairs = numbers.zip(items);
                    pairs
                        .map(|(key, value)| Value::Object(heap.alloc_array(vec![key, value])))
                        .collect()
                }
            }
        }
    }
}

fn entries(heap: &mut Heap, map: ObjectRef, from: u64, kind: IterationKind) -> Vec<Value> {
    let (ObjectKind::Map(entries) | ObjectKind::Set(entries)) = &heap.object(map).kind else {
        return Vec::new();
    };
    let is_set = matches!(heap.object(map).kind, ObjectKind::Set(_));
    let mut pairs = Vec::new();
    let mut at = from;
    while let Some((next, key, value)) = entries.at_or_after(at) {
        pairs.push((key, if is_set { key } else { value }));
        at = next;
    }
    let pairs = pairs.into_iter();
    match kind {
        IterationKind::Keys => pairs.map(|(key, _)| key).collect(),
        IterationKind::Values => pairs.map(|(_, value)| value).collect(),
        IterationKind::Entries => pairs
            .map(|(key, value)| Value::Object(heap.alloc_array(vec![key, value])))
            .collect(),
    }
}

fn code_points(heap: &mut Heap, text: ObjectRef, from: usize) -> Vec<Value> {
    let text = heap.text(text).clone();
    let mut parts = Vec::new();
    let mut at = from;
    while let Some(first) = text.unit(at) {
        let is_pair = (0xd800..0xdc00).contains(&first)
            && text
                .unit(at + 1)
                .is_some_and(|second| (0xdc00..0xe000).contains(&second));
        let next = at + 1 + usize::from(is_pair);
        parts.push(heap.alloc_text(text.slice(at, next)));
        at = next;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::HeapLimits;

    #[test]
    fn lists_of_built_in_iterables() {
        let mut heap = Heap::new(&crate::run::tests::empty_program(), HeapLimits::default());
        let text = heap.alloc_str("a😀");
        let parts = list_of(&mut heap, text).expect("iterable");
        let parts: Vec<usize> = parts
            .iter()
            .filter_map(|&part| heap.as_text(part))
            .map(Text::len)
            .collect();
        assert_eq!(parts, [1, 2]);
        let array = Value::Object(heap.alloc_array(vec![Value::Null, Value::Uninitialized]));
        assert_eq!(list_of(&mut heap, array), Some(vec![Value::Null, Value::Undefined]));
        assert_eq!(list_of(&mut heap, Value::Null), None);
    }

    #[test]
    fn properties_are_found_by_name() {
        let mut heap = Heap::new(&crate::run::tests::empty_program(), HeapLimits::default());
        let object = heap.alloc_plain();
        define_property(&mut heap, Value::Object(object), "x", Value::Bool(true));
        assert_eq!(own_or_inherited(&heap, object, "x"), Some(Value::Bool(true)));
        assert_eq!(own_or_inherited(&heap, object, "y"), None);
    }
}
