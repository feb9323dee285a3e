//! Property descriptors as objects of the program.
//!
//! Owns the way there and back (ECMA-262 sections 6.2.6.4 and 6.2.6.5).

use crate::error::Outcome;
use crate::object::PropertyDescriptor;
use crate::run::Machine;
use crate::{PropertyKey, Text, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// ToPropertyDescriptor.
pub(super) fn from_value(machine: &mut M, value: Value) -> Outcome<PropertyDescriptor> {
    if !value.is_object() {
        let shown = machine.shown(value);
        return Err(machine.type_error(&format!("Property description must be an object: {shown}")));
    }
    let mut described = PropertyDescriptor::default();
    if let Some(field) = field(machine, value, "enumerable")? {
        described.enumerable = Some(truth(machine, field));
    }
    if let Some(field) = field(machine, value, "configurable")? {
        described.configurable = Some(truth(machine, field));
    }
    described.value = field(machine, value, "value")?;
    if let Some(field) = field(machine, value, "writable")? {
        described.writable = Some(truth(machine, field));
    }
    described.get = function(machine, value, "get", "Getter")?;
    described.set = function(machine, value, "set", "Setter")?;
    if described.is_accessor() && described.is_data() {
        let message = "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute";
        let shown = machine.class_label(value);
        return Err(machine.type_error(&format!("{message}, {shown}")));
    }
    Ok(described)
}

fn truth(machine: &M, value: Value) -> bool {
    crate::run::to_boolean(machine.context.heap, value)
}

/// A property that the object has or inherits.
fn field(machine: &mut M, object: Value, name: &str) -> Outcome<Option<Value>> {
    let key = PropertyKey::Name(machine.context.heap.intern(&Text::new(name)));
    if !machine.is_present(object, key) {
        return Ok(None);
    }
    machine.get_plain(object, key).map(Some)
}

fn function(machine: &mut M, object: Value, name: &str, called: &str) -> Outcome<Option<Value>> {
    let found = field(machine, object, name)?;
    match found {
        Some(value) if value != Value::Undefined && !machine.context.heap.is_callable(value) => {
            let shown = machine.shown(value);
            Err(machine.type_error(&format!("{called} must be a function: {shown}")))
        }
        found => Ok(found),
    }
}

/// FromPropertyDescriptor of an own property; `undefined` if there is none.
pub(super) fn of_property(machine: &mut M, object: Value, key: PropertyKey) -> Value {
    match machine.own_property(object, key) {
        Some(property) => machine.described(property),
        None => Value::Undefined,
    }
}
