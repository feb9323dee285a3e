//! The methods of iterators.
//!
//! Owns the objects that `next` returns; stepping is the interpreter's.

use super::Call;
use crate::error::Outcome;
use crate::object::IterationKind;
use crate::run::{Machine, map_iterator};
use crate::{ErrorKind, ObjectKind, ObjectRef, Value};

type M<'m, 'c> = Machine<'m, 'c>;

fn receiver(machine: &mut M, call: Call) -> Outcome<ObjectRef> {
    if let Value::Object(reference) = call.this
        && let ObjectKind::Iterator(_) = machine.context.heap.object(reference).kind
    {
        return Ok(reference);
    }
    Err(machine.error(ErrorKind::TypeError, "next method called on incompatible receiver"))
}

pub(crate) fn next(machine: &mut M, call: Call) -> Outcome<Value> {
    let iterator = receiver(machine, call)?;
    let next = machine.step(iterator)?;
    let known = *machine.context.heap.well_known();
    let result = machine.context.heap.alloc_plain();
    let properties = &mut machine.context.heap.object_mut(result).properties;
    properties.set(known.value, next.unwrap_or(Value::Undefined));
    properties.set(known.done, Value::Bool(next.is_none()));
    Ok(Value::Object(result))
}

pub(crate) fn to_array(machine: &mut M, call: Call) -> Outcome<Value> {
    let iterator = receiver(machine, call)?;
    let items = machine.drain(iterator)?;
    Ok(Value::Object(machine.context.heap.alloc_array(items)))
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
