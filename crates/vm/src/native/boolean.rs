//! `Boolean` and what booleans can do.
//!
//! Owns nothing else: truthiness is a conversion of the interpreter.

use crate::Value;
use crate::error::Outcome;
use crate::run::{Machine, to_boolean};

use super::call::Call;

pub(super) fn construct(machine: &mut Machine, call: Call) -> Outcome<Value> {
    if call.is_new {
        return Err(machine.type_error("new Boolean(...) is not supported: write Boolean(...)"));
    }
    Ok(Value::Bool(to_boolean(machine.context.heap, call.arg(0))))
}

fn receiver(machine: &mut Machine, call: Call) -> Outcome<bool> {
    let Value::Bool(value) = call.this else {
        let name = call.pure.name();
        return Err(machine.type_error(&format!("Boolean.prototype.{name} requires that 'this' be a Boolean")));
    };
    Ok(value)
}

pub(super) fn to_string(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let value = receiver(machine, call)?;
    Ok(machine.context.heap.alloc_str(if value { "true" } else { "false" }))
}

pub(super) fn value_of(machine: &mut Machine, call: Call) -> Outcome<Value> {
    receiver(machine, call).map(Value::Bool)
}
