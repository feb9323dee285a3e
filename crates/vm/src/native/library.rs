//! What the built-in library asks of the VM because its own language has no words for it.
//!
//! Owns hidden functions that the learner never sees. They look at values and change nothing but what they are given.

use super::Call;
use crate::error::{At, Outcome};
use crate::heap::STATE;
use crate::object::Prototype;
use crate::run::{Held, Machine};
use crate::{ErrorKind, Native, ObjectKind, Owner, Place, PropertyKey, Raise, Value};

type M<'m, 'c> = Machine<'m, 'c>;

pub(crate) fn is_constructor(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.is_constructor(call.arg(0))))
}

/// What the library does whole.
pub(crate) fn delegate(_machine: &mut M, _call: Call) -> Outcome<Value> {
    Err(Raise::Library)
}

/// `require(name)` of what the compiler did not see: there are no other modules.
pub(crate) fn require(machine: &mut M, call: Call) -> Outcome<Value> {
    let name = machine.class_label(call.arg(0));
    let error = machine
        .context
        .heap
        .error(ErrorKind::Error, &format!("Cannot find module '{name}'"));
    if let Value::Object(reference) = error {
        let code = machine.context.heap.alloc_str("MODULE_NOT_FOUND");
        let key = machine.context.heap.intern(&crate::Text::new("code"));
        machine.put_own(reference, PropertyKey::Name(key), code);
    }
    Err(Raise::Throw(error))
}

/// What the library keeps in an object of its own classes; `undefined` of others.
pub(crate) fn state(machine: &mut M, call: Call) -> Outcome<Value> {
    let own = machine.objects().own(call.arg(0), PropertyKey::Symbol(STATE));
    Ok(match own.map(|own| own.held) {
        Some(Held::Value(value)) => value,
        _ => Value::Undefined,
    })
}

pub(crate) fn set_state(machine: &mut M, call: Call) -> Outcome<Value> {
    if let Some(reference) = call.arg(0).object() {
        machine.put_own(reference, PropertyKey::Symbol(STATE), call.arg(1));
    }
    Ok(Value::Undefined)
}

/// The internal slots of an object, by the name of the class that has them.
pub(crate) fn kind_of(machine: &mut M, call: Call) -> Outcome<Value> {
    let kind = match call.arg(0) {
        Value::Object(reference) => match &machine.context.heap.object(reference).kind {
            ObjectKind::Plain | ObjectKind::Arguments => "Object",
            ObjectKind::Array(_) => "Array",
            ObjectKind::Map(_) => "Map",
            ObjectKind::Set(_) => "Set",
            ObjectKind::Date(_) => "Date",
            ObjectKind::RegExp(_) => "RegExp",
            ObjectKind::Error(_) => "Error",
            ObjectKind::Primitive(Value::Bool(_)) => "Boolean",
            ObjectKind::Primitive(Value::Number(_)) => "Number",
            ObjectKind::Primitive(Value::Text(_)) => "String",
            _ => "",
        },
        _ => "",
    };
    Ok(machine.context.heap.alloc_str(kind))
}

pub(crate) fn is_promise(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.context.heap.as_promise(call.arg(0)).is_some()))
}

pub(crate) fn is_plain_array(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.is_plain_array(call.arg(0))))
}

/// CreateDataPropertyOrThrow.
pub(crate) fn define(machine: &mut M, call: Call) -> Outcome<Value> {
    let key = machine.to_property_key(call.arg(1)).at(Place::Arg(1))?;
    if machine.create_data_property(call.arg(0), key, call.arg(2))? {
        return Ok(Value::Undefined);
    }
    let name = machine.key_name(key);
    let message = match machine.lookup(call.arg(0), key) {
        Some(_) => format!("Cannot redefine property: {name}"),
        None => format!("Cannot add property {name}, object is not extensible"),
    };
    Err(machine.error(ErrorKind::TypeError, &message))
}

/// Whether the library function that asks is in progress for the same receiver further out: an array within itself.
pub(crate) fn is_nested(machine: &mut M, call: Call) -> Outcome<Value> {
    let mut frames = machine.fiber.frames.iter().rev();
    let function = frames.next().map(|frame| frame.function);
    let is_nested = frames.any(|frame| Some(frame.function) == function && frame.this == call.arg(0));
    Ok(Value::Bool(is_nested))
}

/// What V8's messages call a value.
pub(crate) fn show(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.class_label(call.arg(0));
    Ok(machine.context.heap.alloc_str(&text))
}

impl Machine<'_, '_> {
    /// Whether a value is an array whose copies are arrays as well: nobody has given it or its class another constructor.
    pub(crate) fn is_plain_array(&self, value: Value) -> bool {
        self.context.heap.as_array(value).is_some()
            && self.is_as_made(value, Owner::Array)
            && self.context.heap.overlay(Native::Pure(crate::Pure::Array)).is_none()
    }

    /// Whether an object inherits from its class as it was made, without properties of its own by name, and nobody has
    /// changed what the class gives it.
    pub(crate) fn is_as_made(&self, value: Value, class: Owner) -> bool {
        let heap = &*self.context.heap;
        let Some(object) = value.object().map(|reference| heap.object(reference)) else {
            return false;
        };
        object.prototype == Prototype::Default
            && object.properties.is_empty()
            && heap.overlay(Native::Prototype(class)).is_none()
    }
}
