//! Error constructors.
//!
//! Owns how an error is made; how it prints is the inspector's.

use super::{Call, Pure};
use crate::error::Outcome;
use crate::object::{ErrorState, Flags, Object, PropertyDescriptor};
use crate::run::Machine;
use crate::{ErrorKind, ObjectKind, ObjectRef, PropertyKey, Value};

type M<'m, 'c> = Machine<'m, 'c>;

fn kind_of(native: Pure) -> ErrorKind {
    match native {
        Pure::TypeError => ErrorKind::TypeError,
        Pure::RangeError => ErrorKind::RangeError,
        Pure::ReferenceError => ErrorKind::ReferenceError,
        Pure::SyntaxError => ErrorKind::SyntaxError,
        Pure::EvalError => ErrorKind::EvalError,
        Pure::UriError => ErrorKind::UriError,
        Pure::AggregateError => ErrorKind::AggregateError,
        _ => ErrorKind::Error,
    }
}

fn make(machine: &mut M, kind: ErrorKind, message: Value, options: Value) -> Outcome<ObjectRef> {
    let stack = machine.stack_lines();
    let (line, _) = crate::stack::place_of(&stack);
    let known = *machine.context.heap.well_known();
    let mut object = Object::new(ObjectKind::Error(ErrorState::new(kind, line, stack)));
    if message != Value::Undefined {
        let text = machine.to_text(message)?;
        let text = machine.context.heap.alloc_text(text);
        object.properties.define(known.message, Flags::HIDDEN, text);
    }
    let cause = PropertyKey::Name(known.cause);
    if options.is_object() && machine.is_present(options, cause) {
        let cause = machine.get_value(options, cause)?;
        object.properties.define(known.cause, Flags::HIDDEN, cause);
    }
    Ok(machine.context.heap.alloc_object(object))
}

pub(crate) fn construct(machine: &mut M, call: Call) -> Outcome<Value> {
    let error = make(machine, kind_of(call.native), call.arg(0), call.arg(1))?;
    Ok(Value::Object(error))
}

pub(crate) fn construct_aggregate(machine: &mut M, call: Call) -> Outcome<Value> {
    let errors = machine.elements_of(call.arg(0))?;
    let error = make(machine, ErrorKind::AggregateError, call.arg(1), call.arg(2))?;
    let errors = Value::Object(machine.context.heap.alloc_array(errors));
    let key = machine.context.heap.well_known().errors;
    let object = machine.context.heap.object_mut(error);
    object.properties.define(key, Flags::HIDDEN, errors);
    Ok(Value::Object(error))
}

/// `Error.captureStackTrace(object)`: gives an object a `stack` like that of an error made here.
pub(crate) fn capture_stack_trace(machine: &mut M, call: Call) -> Outcome<Value> {
    let object = call.arg(0);
    if !object.is_object() {
        return Err(machine.error(ErrorKind::TypeError, "invalid_argument"));
    }
    let lines = machine.stack_lines();
    if let Value::Object(reference) = object
        && let ObjectKind::Error(state) = &mut machine.context.heap.object_mut(reference).kind
    {
        // What is printed of it is made when somebody reads it.
        state.stack = lines;
        return Ok(Value::Undefined);
    }
    let headline = match machine.to_primitive(object, crate::Hint::String) {
        Ok(Value::Text(text)) => machine.context.heap.text(text).to_display(),
        Ok(_) | Err(_) => "Error".to_owned(),
    };
    let text = crate::inspect::stack_of(machine.context.program, &headline, &lines);
    let text = machine.context.heap.alloc_str(&text);
    let descriptor = PropertyDescriptor::data(text, Flags::HIDDEN);
    let key = PropertyKey::Name(machine.context.heap.well_known().stack);
    machine.define_own(object, key, &descriptor)?;
    Ok(Value::Undefined)
}

pub(crate) fn throw_type_error(machine: &mut M, call: Call) -> Outcome<Value> {
    let message = machine.to_text(call.arg(0))?.to_display();
    Err(machine.error(ErrorKind::TypeError, &message))
}

/// `%ThrowTypeError%` (ECMA-262 section 10.2.4.1).
pub(crate) fn throw_poisoned(machine: &mut M, _call: Call) -> Outcome<Value> {
    let message = "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the \
                   arguments objects for calls to them";
    Err(machine.error(ErrorKind::TypeError, message))
}

/// `Error.prototype.toString`.
pub(crate) fn to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    if !call.this.is_object() {
        let shown = machine.class_label(call.this);
        let message = format!("Method Error.prototype.toString called on incompatible receiver {shown}");
        return Err(machine.error(ErrorKind::TypeError, &message));
    }
    if let Value::Object(reference) = call.this
        && let ObjectKind::Error(ErrorState { is_coded: true, .. }) = machine.context.heap.object(reference).kind
    {
        let text = crate::inspect::error_headline(machine.context.heap, reference);
        return Ok(machine.context.heap.alloc_str(&text));
    }
    let known = *machine.context.heap.well_known();
    let name = machine.get_plain(call.this, PropertyKey::Name(known.name))?;
    let message = machine.get_plain(call.this, PropertyKey::Name(known.message))?;
    if name.is_object() || message.is_object() {
        return Err(crate::Raise::Library);
    }
    let name = match name {
        Value::Undefined => crate::Text::new("Error"),
        name => machine.to_text(name)?,
    };
    let message = match message {
        Value::Undefined => crate::Text::new(""),
        message => machine.to_text(message)?,
    };
    let text = match (name.is_empty(), message.is_empty()) {
        (true, _) => message,
        (_, true) => name,
        (false, false) => {
            let separator = crate::Text::new(": ");
            let units = name.units().chain(separator.units()).chain(message.units());
            crate::Text::from_units(&units.collect::<Vec<u16>>())
        }
    };
    machine.new_text(text)
}

/// `__coded(error, code)`: gives an error a code that it shows, as Node does with its own.
pub(crate) fn coded(machine: &mut M, call: Call) -> Outcome<Value> {
    if let Value::Object(reference) = call.arg(0) {
        machine.context.heap.set_error_code(reference, call.arg(1));
    }
    Ok(call.arg(0))
}

/// What makes a class that only the machine makes instances of.
pub(crate) fn illegal_constructor(machine: &mut M, _call: Call) -> Outcome<Value> {
    Err(machine.error(ErrorKind::TypeError, "Illegal constructor"))
}
