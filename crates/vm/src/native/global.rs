//! Functions of the global scope, and what the built-in library needs from below.
//!
//! Owns conversions that are called by name. Constructors stand with their instances.

use crate::Value;
use crate::error::Outcome;
use crate::number;
use crate::run::Machine;

use super::call::Call;

pub(super) fn parse_int(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    let radix = number::to_int32(machine.to_number(call.arg(1))?);
    Ok(Value::number(number::parse_int(&text, radix)))
}

pub(super) fn parse_float(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    Ok(Value::number(number::parse_float(&text)))
}

pub(super) fn is_nan(machine: &mut Machine, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.to_number(call.arg(0))?.is_nan()))
}

pub(super) fn is_finite(machine: &mut Machine, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.to_number(call.arg(0))?.is_finite()))
}

/// `__isCallable(value)`.
pub(super) fn is_callable(machine: &mut Machine, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.context.heap.is_callable(call.arg(0))))
}

/// `__typeError(value, what)` throws that `value` is not `what`; with one argument, that is the message.
pub(super) fn throw_type_error(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(call.args.len().saturating_sub(1).min(1)))?.to_display();
    if call.args.len() < 2 {
        return Err(machine.type_error(&text));
    }
    let shown = machine.shown(call.arg(0));
    Err(machine.type_error(&format!("{shown} {text}")))
}
