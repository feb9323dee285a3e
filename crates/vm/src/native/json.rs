//! `JSON`, without replacer and reviver functions.
//!
//! Owns the arguments of the two functions; reading and writing are below.

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
        let message = "a replacer function is not supported yet: pass a list of names, or change the value before";
        return Err(machine.type_error(message));
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
        Err(Failure::OwnConversion) => {
            let message = "an object with its own `toJSON` is not converted by itself: call `toJSON()`";
            Err(machine.type_error(message))
        }
    }
}

fn allowed(machine: &mut Machine, list: Value) -> Outcome<Option<Vec<PropertyKey>>> {
    let Some(list) = machine.context.heap.as_array(list) else {
        return Ok(None);
    };
    let list: Vec<Value> = list.iter().copied().collect();
    let names = list
        .into_iter()
        .filter(|name| matches!(name, Value::Text(_) | Value::Number(_)));
    let keys = names.map(|name| machine.to_property_key(name));
    keys.collect::<Outcome<Vec<PropertyKey>>>().map(Some)
}

fn indent(machine: &mut Machine, space: Value) -> Outcome<Text> {
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
    if machine.context.heap.is_callable(call.arg(1)) {
        let message = "a reviver function is not supported yet: change the parsed value afterwards";
        return Err(machine.type_error(message));
    }
    let text = machine.to_text(call.arg(0))?;
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
