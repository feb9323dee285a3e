//! `Object` and what every object can do.
//!
//! Owns the functions; which properties there are and what writing one means is the interpreter's.

use super::{Call, Pure};
use crate::error::Outcome;
use crate::object::{Integrity, Object, Prototype};
use crate::run::{Machine, same_value};
use crate::{ErrorKind, ObjectKind, ObjectRef, PropertyKey, Value};

type M<'m, 'c> = Machine<'m, 'c>;

pub(crate) fn construct(machine: &mut M, call: Call) -> Outcome<Value> {
    match call.arg(0) {
        value @ (Value::Object(_) | Value::Native(_)) => Ok(value),
        Value::Undefined | Value::Null => Ok(Value::Object(machine.context.heap.alloc_plain())),
        Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Symbol(_)
        | Value::Cell(_)
        | Value::Uninitialized => Err(machine.type_error("Object(...) of a primitive value is not supported")),
    }
}

fn check_present(machine: &mut M, value: Value) -> Outcome<()> {
    if value.is_nullish() {
        let message = "Cannot convert undefined or null to object";
        return Err(machine.error(ErrorKind::TypeError, message));
    }
    Ok(())
}

fn array(machine: &mut M, items: Vec<Value>) -> Outcome<Value> {
    machine.context.heap.check_array_len(items.len())?;
    Ok(Value::Object(machine.context.heap.alloc_array(items)))
}

pub(crate) fn keys(machine: &mut M, call: Call) -> Outcome<Value> {
    check_present(machine, call.arg(0))?;
    let keys = machine.own_keys(call.arg(0));
    let names = keys.into_iter().map(|key| machine.key_value(key)).collect();
    array(machine, names)
}

/// The names of all own properties, those included that loops do not show.
pub(crate) fn get_own_property_names(machine: &mut M, call: Call) -> Outcome<Value> {
    check_present(machine, call.arg(0))?;
    let mut keys = machine.own_keys(call.arg(0));
    let length = PropertyKey::Name(machine.context.heap.well_known().length);
    match call.arg(0) {
        Value::Text(_) => keys.push(length),
        Value::Object(reference) => {
            let object = machine.context.heap.object(reference);
            let is_array = matches!(object.kind, ObjectKind::Array(_));
            let elements = keys.iter().filter(|key| matches!(key, PropertyKey::Index(_))).count();
            keys.truncate(elements);
            keys.extend(is_array.then_some(length));
            let named = object.properties.named().iter();
            let named = named.filter(|property| property.key.symbol().is_none());
            keys.extend(named.map(|property| PropertyKey::from(property.key)));
        }
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Native(_)
        | Value::Symbol(_)
        | Value::Cell(_)
        | Value::Uninitialized => {}
    }
    let names = keys.into_iter().map(|key| machine.key_value(key)).collect();
    array(machine, names)
}

pub(crate) fn values(machine: &mut M, call: Call) -> Outcome<Value> {
    check_present(machine, call.arg(0))?;
    let mut values = Vec::new();
    for key in machine.own_keys(call.arg(0)) {
        values.push(machine.get_value(call.arg(0), key)?);
    }
    array(machine, values)
}

pub(crate) fn entries(machine: &mut M, call: Call) -> Outcome<Value> {
    check_present(machine, call.arg(0))?;
    let mut entries = Vec::new();
    for key in machine.own_keys(call.arg(0)) {
        let value = machine.get_value(call.arg(0), key)?;
        let name = machine.key_value(key);
        entries.push(array(machine, vec![name, value])?);
    }
    array(machine, entries)
}

pub(crate) fn assign(machine: &mut M, call: Call) -> Outcome<Value> {
    check_present(machine, call.arg(0))?;
    for &source in call.args.get(1..).unwrap_or_default() {
        for key in machine.own_keys(source) {
            let value = machine.get_value(source, key)?;
            machine.set(call.arg(0), key, value)?;
        }
    }
    Ok(call.arg(0))
}

pub(crate) fn from_entries(machine: &mut M, call: Call) -> Outcome<Value> {
    let target = machine.context.heap.alloc_plain();
    for entry in machine.elements_of(call.arg(0))? {
        if !matches!(entry, Value::Object(_)) {
            let shown = machine.shown(entry);
            return Err(machine.type_error(&format!("Iterator value {shown} is not an entry object")));
        }
        let key = machine.get_value(entry, PropertyKey::Index(0))?;
        let key = machine.to_property_key(key)?;
        let value = machine.get_value(entry, PropertyKey::Index(1))?;
        machine.put_own(target, key, value);
    }
    Ok(Value::Object(target))
}

pub(crate) fn is(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(same_value(machine.context.heap, call.arg(0), call.arg(1))))
}

/// Makes an object less changeable; never more.
pub(crate) fn restrict(machine: &mut M, call: Call) -> Outcome<Value> {
    let integrity = match call.native {
        Pure::ObjectFreeze => Integrity::Frozen,
        Pure::ObjectSeal => Integrity::Sealed,
        _ => Integrity::NotExtensible,
    };
    if let Value::Object(reference) = call.arg(0) {
        let object = machine.context.heap.object_mut(reference);
        object.integrity = object.integrity.max(integrity);
    }
    Ok(call.arg(0))
}

pub(crate) fn is_restricted(machine: &mut M, call: Call) -> Outcome<Value> {
    let integrity = if call.native == Pure::ObjectIsFrozen {
        Integrity::Frozen
    } else {
        Integrity::Sealed
    };
    let Value::Object(reference) = call.arg(0) else {
        return Ok(Value::Bool(true));
    };
    Ok(Value::Bool(
        machine.context.heap.object(reference).integrity >= integrity,
    ))
}

pub(crate) fn create(machine: &mut M, call: Call) -> Outcome<Value> {
    let prototype = match call.arg(0) {
        Value::Null => Prototype::Null,
        Value::Object(prototype) => Prototype::Object(prototype),
        Value::Native(native) => Prototype::Native(native),
        Value::Undefined
        | Value::Bool(_)
        | Value::Number(_)
        | Value::Text(_)
        | Value::Symbol(_)
        | Value::Cell(_)
        | Value::Uninitialized => {
            let shown = machine.shown(call.arg(0));
            let message = format!("Object prototype may only be an Object or null: {shown}");
            return Err(machine.error(ErrorKind::TypeError, &message));
        }
    };
    let object = Object {
        prototype,
        ..Object::new(ObjectKind::Plain)
    };
    Ok(Value::Object(machine.context.heap.alloc_object(object)))
}

pub(crate) fn get_prototype_of(machine: &mut M, call: Call) -> Outcome<Value> {
    let prototype = |reference: ObjectRef| machine.context.heap.object(reference).prototype.object();
    Ok(call
        .arg(0)
        .object()
        .and_then(prototype)
        .map_or(Value::Null, Value::Object))
}

fn has(machine: &mut M, object: Value, key: Value) -> Outcome<Value> {
    check_present(machine, object)?;
    let key = machine.to_property_key(key)?;
    let Value::Object(reference) = object else {
        return Ok(Value::Bool(machine.own_keys(object).contains(&key)));
    };
    let heap = &*machine.context.heap;
    let own = crate::run::own(heap.object(reference), key, heap.well_known().length);
    Ok(Value::Bool(own.is_some()))
}

pub(crate) fn has_own(machine: &mut M, call: Call) -> Outcome<Value> {
    match call.native {
        Pure::ObjectHasOwnProperty => has(machine, call.this, call.arg(0)),
        _ => has(machine, call.arg(0), call.arg(1)),
    }
}

pub(crate) fn value_of(_machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(call.this)
}

pub(crate) fn to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.this)?;
    machine.new_text(text)
}
