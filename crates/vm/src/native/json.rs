//! `JSON`.
//!
//! Owns the arguments of the two functions; reading and writing are below. Where code of the program has a say, in replacer,
//! reviver, `toJSON` or getters, the library does it.

mod read;
mod write;

use super::Call;
use crate::error::Outcome;
use crate::run::Machine;
use crate::{ErrorKind, PropertyKey, Raise, Text, Value, number};

pub(crate) use write::to_text;

use read::{Problem, Reader};
use write::{Failure, Writer};

/// How deep values may nest.
const MAX_DEPTH: usize = 500;
const TOO_DEEP: &str = "Maximum call stack size exceeded";

pub(crate) fn stringify(machine: &mut Machine, call: Call) -> Outcome<Value> {
    if machine.context.heap.is_callable(call.arg(1)) {
        return Err(Raise::Library);
    }
    let indent = indent(machine, call.arg(2))?;
    let allowed = allowed(machine, call.arg(1))?;
    let mut writer = Writer::new(machine.context.heap, machine.context.program, indent, allowed);
    match writer.value(call.arg(0)) {
        Ok(true) => {
            let text = writer.finish();
            machine.new_text(text)
        }
        Ok(false) => Ok(Value::Undefined),
        Err(Failure::Limit(kind)) => Err(Raise::Limit(kind)),
        Err(Failure::TooDeep) => Err(machine.range_error(TOO_DEEP)),
        Err(Failure::Circular(message)) => Err(machine.type_error(&message)),
        Err(Failure::Program) => Err(Raise::Library),
    }
}

fn allowed(machine: &mut Machine, list: Value) -> Outcome<Option<Vec<PropertyKey>>> {
    let Some(list) = machine.context.heap.as_array(list) else {
        return Ok(None);
    };
    let list: Vec<Value> = list.iter().copied().collect();
    let mut keys = Vec::new();
    for name in list {
        match name {
            Value::Text(_) | Value::Number(_) => {
                let key = machine.to_property_key(name)?;
                if !keys.contains(&key) {
                    keys.push(key);
                }
            }
            // It may be a hole over something inherited, or a string or number as an object.
            Value::Uninitialized | Value::Object(_) => return Err(Raise::Library),
            _ => {}
        }
    }
    Ok(Some(keys))
}

fn indent(machine: &mut Machine, space: Value) -> Outcome<Text> {
    if let Value::Object(reference) = space
        && matches!(
            machine.context.heap.object(reference).kind,
            crate::ObjectKind::Primitive(_)
        )
    {
        return Err(Raise::Library);
    }
    Ok(match space {
        Value::Number(count) => Text::new(&" ".repeat(number::to_integer(count.get()).clamp(0.0, 10.0) as usize)),
        Value::Text(_) => {
            let text = machine.to_text(space)?;
            text.slice(0, text.len().min(10))
        }
        Value::Undefined
        | Value::Null
        | Value::Bool(_)
        | Value::Object(_)
        | Value::Native(_)
        | Value::Symbol(_)
        | Value::Cell(_)
        | Value::Uninitialized => Text::new(""),
    })
}

pub(crate) fn parse(machine: &mut Machine, call: Call) -> Outcome<Value> {
    let text = machine.to_text(call.arg(0))?;
    if machine.context.heap.is_callable(call.arg(1)) {
        return Err(Raise::Library);
    }
    let units = text.to_units();
    let problem = match Reader::new(machine.context.heap, &units).whole() {
        Ok(value) => return Ok(value),
        Err(problem) => problem,
    };
    match problem {
        Problem::Limit(kind) => Err(Raise::Limit(kind)),
        Problem::TooDeep => Err(machine.range_error(TOO_DEEP)),
        Problem::Syntax(message) => Err(machine.error(ErrorKind::SyntaxError, &message)),
    }
}
