//! `Number`, `Boolean` and what numbers and booleans can do.
//!
//! Owns arguments and errors; the formats are in the crate's module of numbers.

use super::Call;
use crate::error::Outcome;
use crate::number;
use crate::run::{Machine, to_boolean};
use crate::{ErrorKind, Value};

type M<'m, 'c> = Machine<'m, 'c>;

pub(super) fn receiver(machine: &mut M, call: Call) -> Outcome<f64> {
    match machine.context.heap.unboxed(call.this) {
        Value::Number(number) => Ok(number.get()),
        _ => {
            let name = call.native.name();
            Err(machine.type_error(&format!("Number.prototype.{name} requires that 'this' be a Number")))
        }
    }
}

pub(crate) fn value_of(machine: &mut M, call: Call) -> Outcome<Value> {
    receiver(machine, call).map(Value::number)
}

fn boolean_receiver(machine: &mut M, call: Call) -> Outcome<bool> {
    match machine.context.heap.unboxed(call.this) {
        Value::Bool(value) => Ok(value),
        _ => {
            let name = call.native.name();
            Err(machine.type_error(&format!("Boolean.prototype.{name} requires that 'this' be a Boolean")))
        }
    }
}

pub(crate) fn boolean_value_of(machine: &mut M, call: Call) -> Outcome<Value> {
    boolean_receiver(machine, call).map(Value::Bool)
}

pub(crate) fn boolean_to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let value = boolean_receiver(machine, call)?;
    machine.new_text(crate::Text::new(if value { "true" } else { "false" }))
}

/// The double that a value is, if it is a number.
fn as_number(value: Value) -> Option<f64> {
    let Value::Number(number) = value else { return None };
    Some(number.get())
}

pub(crate) fn convert(machine: &mut M, call: Call) -> Outcome<Value> {
    let number = match call.args.first() {
        Some(&value) => machine.to_number(value)?,
        None => 0.0,
    };
    machine.boxed_for(call, Value::number(number))
}

pub(crate) fn to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let value = receiver(machine, call)?;
    let radix = match call.arg(0) {
        Value::Undefined => 10.0,
        radix => number::to_integer(machine.to_number(radix)?),
    };
    if !(2.0..=36.0).contains(&radix) {
        return Err(machine.error(
            ErrorKind::RangeError,
            "toString() radix argument must be between 2 and 36",
        ));
    }
    let text = number::to_radix(value, radix as u32);
    Ok(machine.context.heap.alloc_str(&text))
}

pub(crate) fn to_fixed(machine: &mut M, call: Call) -> Outcome<Value> {
    let value = receiver(machine, call)?;
    let places = number::to_integer(machine.to_number(call.arg(0))?);
    if !(0.0..=100.0).contains(&places) {
        let message = "toFixed() digits argument must be between 0 and 100";
        return Err(machine.error(ErrorKind::RangeError, message));
    }
    let text = number::to_fixed(value, places as usize);
    Ok(machine.context.heap.alloc_str(&text))
}

pub(crate) fn to_precision(machine: &mut M, call: Call) -> Outcome<Value> {
    let value = receiver(machine, call)?;
    if call.arg(0) == Value::Undefined {
        return Ok(machine.context.heap.alloc_str(&number::to_string(value)));
    }
    let digits = number::to_integer(machine.to_number(call.arg(0))?);
    if !value.is_finite() {
        return Ok(machine.context.heap.alloc_str(&number::to_string(value)));
    }
    if !(1.0..=100.0).contains(&digits) {
        let message = "toPrecision() argument must be between 1 and 100";
        return Err(machine.error(ErrorKind::RangeError, message));
    }
    let text = number::to_precision(value, digits as usize);
    Ok(machine.context.heap.alloc_str(&text))
}

pub(crate) fn to_exponential(machine: &mut M, call: Call) -> Outcome<Value> {
    let value = receiver(machine, call)?;
    let digits = number::to_integer(machine.to_number(call.arg(0))?);
    if !value.is_finite() {
        return Ok(machine.context.heap.alloc_str(&number::to_string(value)));
    }
    if !(0.0..=100.0).contains(&digits) {
        let message = "toExponential() argument must be between 0 and 100";
        return Err(machine.error(ErrorKind::RangeError, message));
    }
    let digits = (call.arg(0) != Value::Undefined).then_some(digits as usize);
    Ok(machine.context.heap.alloc_str(&number::to_exponential(value, digits)))
}

pub(crate) fn is_nan_strict(_machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(as_number(call.arg(0)).is_some_and(f64::is_nan)))
}

pub(crate) fn is_finite_strict(_machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(as_number(call.arg(0)).is_some_and(f64::is_finite)))
}

fn is_whole(value: f64) -> bool {
    value.is_finite() && value.trunc() == value
}

pub(crate) fn is_integer_strict(_machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(as_number(call.arg(0)).is_some_and(is_whole)))
}

pub(crate) fn is_safe_integer(_machine: &mut M, call: Call) -> Outcome<Value> {
    let is_safe = |value: f64| is_whole(value) && value.abs() <= 9_007_199_254_740_991.0;
    Ok(Value::Bool(as_number(call.arg(0)).is_some_and(is_safe)))
}

pub(crate) fn boolean(machine: &mut M, call: Call) -> Outcome<Value> {
    let value = Value::Bool(to_boolean(machine.context.heap, call.arg(0)));
    machine.boxed_for(call, value)
}

pub(crate) fn is_nan(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.to_number(call.arg(0))?.is_nan()))
}

pub(crate) fn is_finite(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.to_number(call.arg(0))?.is_finite()))
}

pub(crate) fn parse_float(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    Ok(Value::number(number::parse_float(&text)))
}

pub(crate) fn parse_int(machine: &mut M, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    let radix = number::to_int32(machine.to_number(call.arg(1))?);
    Ok(Value::number(number::parse_int(&text, radix)))
}
