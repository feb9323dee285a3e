//! The methods of iterators.
//!
//! Owns the objects that `next` returns; stepping is the interpreter's.

use super::Call;
use crate::error::{At, Outcome};
use crate::object::{IterationKind, IteratorState};
use crate::run::{Machine, map_iterator};
use crate::{ErrorKind, Native, ObjectKind, Place, Pure, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// `next` of the iterators over built-in iterables.
pub(crate) fn next(machine: &mut M, call: Call) -> Outcome<Value> {
    let native = Value::Native(Native::Pure(call.native));
    let receiver = call.this.object();
    let Some(iterator) = receiver.filter(|&iterator| machine.is_next_of(native, iterator)) else {
        let class = match call.native {
            Pure::StringIteratorNext => "String Iterator",
            Pure::MapIteratorNext => "Map Iterator",
            Pure::SetIteratorNext => "Set Iterator",
            _ => "Array Iterator",
        };
        let shown = machine.class_label(call.this);
        let message = format!("Method {class}.prototype.next called on incompatible receiver {shown}");
        return Err(machine.error(ErrorKind::TypeError, &message));
    };
    let next = machine.step(iterator)?;
    let done = Value::Bool(next.is_none());
    Ok(machine.iterator_result(next.unwrap_or(Value::Undefined), done))
}

/// `String.prototype[Symbol.iterator]`.
pub(crate) fn over_text(machine: &mut M, call: Call) -> Outcome<Value> {
    if call.this.is_nullish() {
        let message = "String.prototype[Symbol.iterator] called on null or undefined";
        return Err(machine.error(ErrorKind::TypeError, message));
    }
    let text = machine.to_text(call.this).at(Place::This)?;
    match machine.new_text(text)? {
        Value::Text(text) => Ok(machine.new_iterator(IteratorState::Text { text, index: 0 })),
        other => Ok(other),
    }
}

fn over_map(machine: &mut M, call: Call, kind: IterationKind) -> Outcome<Value> {
    let map = super::map::receiver(machine, call)?;
    Ok(machine.new_iterator(map_iterator(map, kind)))
}

pub(crate) fn map_keys(machine: &mut M, call: Call) -> Outcome<Value> {
    over_map(machine, call, IterationKind::Keys)
}

pub(crate) fn map_values(machine: &mut M, call: Call) -> Outcome<Value> {
    over_map(machine, call, IterationKind::Values)
}

/// Of a set: each element twice.
pub(crate) fn map_entries(machine: &mut M, call: Call) -> Outcome<Value> {
    over_map(machine, call, IterationKind::Entries)
}

/// `__entriesOf(collection, isSet)`: where a `forEach` begins.
pub(crate) fn entries_of(machine: &mut M, call: Call) -> Outcome<Value> {
    let is_set = call.arg(1) == Value::Bool(true);
    if let Value::Object(collection) = call.arg(0) {
        let is_fine = match machine.context.heap.object(collection).kind {
            ObjectKind::Map(_) => !is_set,
            ObjectKind::Set(_) => is_set,
            _ => false,
        };
        if is_fine {
            return Ok(machine.new_iterator(map_iterator(collection, IterationKind::Entries)));
        }
    }
    let class = if is_set { "Set" } else { "Map" };
    let shown = machine.class_label(call.arg(0));
    let message = format!("Method {class}.prototype.forEach called on incompatible receiver {shown}");
    Err(machine.error(ErrorKind::TypeError, &message))
}

/// `__nextEntry(cursor)`: the next entry as an array, `undefined` at the end.
pub(crate) fn next_entry(machine: &mut M, call: Call) -> Outcome<Value> {
    let Value::Object(cursor) = call.arg(0) else {
        return Ok(Value::Undefined);
    };
    Ok(machine.step(cursor)?.unwrap_or(Value::Undefined))
}
