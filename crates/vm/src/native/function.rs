//! What functions can do as objects.
//!
//! Owns what needs no frame: `call` and `apply` are the interpreter's.

use super::Call;
use crate::error::Outcome;
use crate::object::{Flags, Object};
use crate::run::Machine;
use crate::{ObjectKind, PropertyKey, Raise, Text, Value, number};

type M<'m, 'c> = Machine<'m, 'c>;

/// `Function(...)` would compile text, for which there is no compiler when a program runs.
pub(crate) fn construct(machine: &mut M, _call: Call) -> Outcome<Value> {
    Err(machine
        .type_error("Function(...) makes a function from text, which is not supported: write the function itself"))
}

pub(crate) fn bind(machine: &mut M, call: Call) -> Outcome<Value> {
    if !machine.context.heap.is_callable(call.this) {
        return Err(machine.type_error("Bind must be called on a function"));
    }
    let known = *machine.context.heap.well_known();
    let length_key = PropertyKey::Name(known.length);
    let length = match machine.objects().own(call.this, length_key) {
        Some(_) => machine.get_plain(call.this, length_key)?,
        None => Value::Undefined,
    };
    let name = machine.get_plain(call.this, PropertyKey::Name(known.name))?;
    let args = call.args.get(1..).unwrap_or_default().to_vec();
    bound(machine, (call.this, call.arg(0), args), length, name)
}

/// `__bind(target, this, arguments, length, name)`: BoundFunctionCreate with what the program's getters gave.
pub(crate) fn bind_named(machine: &mut M, call: Call) -> Outcome<Value> {
    let args = machine.list_from_array_like(call.arg(2))?;
    bound(machine, (call.arg(0), call.arg(1), args), call.arg(3), call.arg(4))
}

fn bound(
    machine: &mut M,
    (target, this, args): (Value, Value, Vec<Value>),
    length: Value,
    name: Value,
) -> Outcome<Value> {
    let known = *machine.context.heap.well_known();
    let length = match length {
        Value::Number(length) => (number::to_integer(length.get()) - args.len() as f64).max(0.0),
        _ => 0.0,
    };
    let name = machine
        .context
        .heap
        .as_text(name)
        .map(Text::to_units)
        .unwrap_or_default();
    let name: Vec<u16> = "bound ".encode_utf16().chain(name).collect();
    let name = machine.new_text(Text::from_units(&name))?;
    let prototype = machine.prototype_of(target);
    let mut bound = Object::new(ObjectKind::BoundFunction { target, this, args });
    bound
        .properties
        .define(known.length, Flags::CONFIGURABLE, Value::number(length));
    bound.properties.define(known.name, Flags::CONFIGURABLE, name);
    let bound = machine.context.heap.alloc_object(bound);
    machine.link(bound, prototype);
    Ok(Value::Object(bound))
}

/// `call` and `apply` are calls themselves: the interpreter deals with them. They come here only as getters or
/// callbacks of natives, of which there are none.
pub(crate) fn needs_frame(machine: &mut M, _call: Call) -> Outcome<Value> {
    Err(machine.type_error("call and apply must be called directly"))
}

pub(crate) fn is_callable(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.context.heap.is_callable(call.arg(0))))
}

pub(crate) fn to_string(machine: &mut M, call: Call) -> Outcome<Value> {
    if !machine.context.heap.is_callable(call.this) {
        return Err(machine.type_error("Function.prototype.toString requires that 'this' be a Function"));
    }
    let text = machine.function_text(call.this);
    machine.new_text(Text::new(&text))
}

impl Machine<'_, '_> {
    /// What a function looks like as text.
    pub(crate) fn function_text(&self, function: Value) -> String {
        crate::inspect::function_text(self.context.heap, self.context.program, function)
    }

    /// CreateListFromArrayLike, unless a getter of the program's is in the way.
    pub(crate) fn list_from_array_like(&mut self, list: Value) -> Outcome<Vec<Value>> {
        if !list.is_object() {
            return Err(self.type_error("CreateListFromArrayLike called on non-object"));
        }
        if let Some(items) = self.context.heap.as_array(list)
            && !items.contains(&Value::Uninitialized)
        {
            return Ok(items.iter().copied().collect());
        }
        let key = PropertyKey::Name(self.context.heap.well_known().length);
        let length = self.get_plain(list, key)?;
        if length.is_object() {
            return Err(Raise::Library);
        }
        let length = number::to_integer(self.to_number(length)?).max(0.0);
        self.context.heap.check_array_len(length as usize)?;
        let indices = 0..length as u32;
        indices
            .map(|index| self.get_plain(list, PropertyKey::Index(index)))
            .collect()
    }
}
