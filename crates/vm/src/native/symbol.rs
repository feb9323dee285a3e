//! `Symbol`.
//!
//! Owns its functions; what symbols are is told elsewhere.

use super::{Call, Pure};
use crate::error::Outcome;
use crate::run::Machine;
use crate::{ObjectKind, ObjectRef, SymbolKind, Text, Value};

type M<'m, 'c> = Machine<'m, 'c>;

pub(crate) fn construct(machine: &mut M, call: Call) -> Outcome<Value> {
    if call.new_target != Value::Undefined {
        return Err(machine.type_error("Symbol is not a constructor"));
    }
    let description = match call.arg(0) {
        Value::Undefined => None,
        value => Some(machine.to_text(value)?),
    };
    let symbol = machine.context.heap.alloc_symbol(description, SymbolKind::Unique);
    Ok(Value::Symbol(symbol))
}

pub(crate) fn for_key(machine: &mut M, call: Call) -> Outcome<Value> {
    let key = machine.to_text(call.arg(0))?;
    Ok(machine.context.heap.registered_symbol(&key))
}

pub(crate) fn key_for(machine: &mut M, call: Call) -> Outcome<Value> {
    let Value::Symbol(reference) = call.arg(0) else {
        let shown = machine.shown(call.arg(0));
        return Err(machine.type_error(&format!("{shown} is not a symbol")));
    };
    let symbol = machine.context.heap.symbol(reference);
    match (&symbol.description, symbol.kind) {
        (Some(key), SymbolKind::Registered) => {
            let key = key.clone();
            machine.new_text(key)
        }
        _ => Ok(Value::Undefined),
    }
}

/// ThisSymbolValue.
fn receiver(machine: &mut M, call: Call) -> Outcome<ObjectRef> {
    match call.this {
        Value::Symbol(symbol) => return Ok(symbol),
        Value::Object(object) => {
            if let ObjectKind::Primitive(Value::Symbol(symbol)) = machine.context.heap.object(object).kind {
                return Ok(symbol);
            }
        }
        _ => {}
    }
    let name = match call.native {
        Pure::SymbolDescription => "description",
        native => native.name(),
    };
    let separator = if name.starts_with('[') { " " } else { "." };
    Err(machine.type_error(&format!(
        "Symbol.prototype{separator}{name} requires that 'this' be a Symbol"
    )))
}

pub(crate) fn to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    let symbol = receiver(machine, call)?;
    let text = Text::new(&machine.context.heap.symbol(symbol).descriptive());
    machine.new_text(text)
}

pub(crate) fn value_of(machine: &mut M, call: Call) -> Outcome<Value> {
    receiver(machine, call).map(Value::Symbol)
}

pub(crate) fn description(machine: &mut M, call: Call) -> Outcome<Value> {
    let symbol = receiver(machine, call)?;
    match machine.context.heap.symbol(symbol).description.clone() {
        Some(description) => machine.new_text(description),
        None => Ok(Value::Undefined),
    }
}
