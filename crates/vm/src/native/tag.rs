//! What `Object.prototype.toString` calls a value.
//!
//! Owns the words for kinds of objects; a tag of the program's comes first.

use super::Call;
use crate::error::Outcome;
use crate::run::Machine;
use crate::{Native, ObjectKind, Owner, PropertyKey, Value, WellKnownSymbol};

type M<'m, 'c> = Machine<'m, 'c>;

/// `Object.prototype.toString`.
pub(crate) fn to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let tag = class_tag(machine, call.this)?;
    machine.new_text(crate::Text::new(&format!("[object {tag}]")))
}

/// The word in `[object ...]`.
pub(crate) fn class_tag(machine: &mut M, value: Value) -> Outcome<String> {
    match value {
        Value::Undefined | Value::Uninitialized | Value::Cell(_) => return Ok("Undefined".to_owned()),
        Value::Null => return Ok("Null".to_owned()),
        _ => {}
    }
    let key = PropertyKey::Symbol(WellKnownSymbol::ToStringTag.reference());
    let tag = machine.get_plain(value, key)?;
    if let Some(tag) = machine.context.heap.as_text(tag) {
        return Ok(tag.to_display());
    }
    Ok(builtin_tag_of(machine, value).to_owned())
}

/// The word for an object without a tag.
fn builtin_tag_of(machine: &M, value: Value) -> &'static str {
    match value {
        _ if machine.context.heap.is_callable(value) => "Function",
        Value::Text(_) => "String",
        Value::Number(_) => "Number",
        Value::Bool(_) => "Boolean",
        Value::Native(Native::Prototype(Owner::Array)) => "Array",
        Value::Native(Native::Prototype(Owner::String)) => "String",
        Value::Native(Native::Prototype(Owner::Number)) => "Number",
        Value::Native(Native::Prototype(Owner::Boolean)) => "Boolean",
        Value::Object(reference) => match &machine.context.heap.object(reference).kind {
            ObjectKind::Array(_) => "Array",
            ObjectKind::Error(_) => "Error",
            ObjectKind::Arguments => "Arguments",
            ObjectKind::RegExp(_) => "RegExp",
            ObjectKind::Date(_) => "Date",
            ObjectKind::Primitive(Value::Symbol(_)) => "Object",
            ObjectKind::Primitive(value) => crate::inspect::primitive_class(*value),
            _ => "Object",
        },
        _ => "Object",
    }
}

/// `__builtinTag(object)`.
pub(crate) fn builtin_tag(machine: &mut M, call: Call) -> Outcome<Value> {
    let tag = builtin_tag_of(machine, call.arg(0));
    machine.new_text(crate::Text::new(tag))
}
