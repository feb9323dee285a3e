//! `Reflect`, without what only proxies need.
//!
//! Owns its functions, all but `apply` and `construct`, which are calls themselves and the interpreter's.

use super::{Call, Pure, descriptor};
use crate::error::Outcome;
use crate::run::{Found, Machine, Put};
use crate::{Native, Raise, Value};

type M<'m, 'c> = Machine<'m, 'c>;

fn require_object(machine: &mut M, call: Call) -> Outcome<()> {
    if call.arg(0).is_object() {
        return Ok(());
    }
    let name = call.native.name();
    Err(machine.type_error(&format!("Reflect.{name} called on non-object")))
}

pub(crate) fn define_property(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let key = machine.to_property_key(call.arg(1))?;
    let described = descriptor::from_value(machine, call.arg(2))?;
    machine.define_own(call.arg(0), key, &described).map(Value::Bool)
}

pub(crate) fn delete_property(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let key = machine.to_property_key(call.arg(1))?;
    machine.delete_own(call.arg(0), key).map(Value::Bool)
}

pub(crate) fn get(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let key = machine.to_property_key(call.arg(1))?;
    let receiver = call.args.get(2).copied().unwrap_or(call.arg(0));
    match machine.find_property(call.arg(0), key) {
        Found::Data(value) => Ok(value),
        Found::Missing | Found::Getter(Value::Undefined) => Ok(Value::Undefined),
        Found::Getter(Value::Native(Native::Pure(pure))) => machine.call_pure(pure, receiver, &[], Value::Undefined),
        Found::Getter(_) => Err(Raise::Library),
    }
}

pub(crate) fn set(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let key = machine.to_property_key(call.arg(1))?;
    let receiver = call.args.get(3).copied().unwrap_or(call.arg(0));
    match machine.put(call.arg(0), key, call.arg(2), receiver)? {
        Put::Done => Ok(Value::Bool(true)),
        Put::Refused(_) => Ok(Value::Bool(false)),
        Put::Setter(Value::Native(Native::Pure(pure))) => {
            machine.call_pure(pure, receiver, &[call.arg(2)], Value::Undefined)?;
            Ok(Value::Bool(true))
        }
        Put::Setter(_) => Err(Raise::Library),
    }
}

pub(crate) fn get_own_property_descriptor(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let key = machine.to_property_key(call.arg(1))?;
    Ok(descriptor::of_property(machine, call.arg(0), key))
}

pub(crate) fn get_prototype_of(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    Ok(machine.prototype_of(call.arg(0)))
}

pub(crate) fn set_prototype_of(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let prototype = machine.prototype_argument(call.arg(1))?;
    machine.set_prototype_of(call.arg(0), prototype).map(Value::Bool)
}

pub(crate) fn has(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let key = machine.to_property_key(call.arg(1))?;
    Ok(Value::Bool(machine.is_present(call.arg(0), key)))
}

pub(crate) fn is_extensible(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    Ok(Value::Bool(machine.is_extensible(call.arg(0))))
}

pub(crate) fn own_keys(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    let keys = machine.own_keys(call.arg(0));
    machine.key_array(keys)
}

pub(crate) fn prevent_extensions(machine: &mut M, call: Call) -> Outcome<Value> {
    require_object(machine, call)?;
    Ok(Value::Bool(machine.prevent_extensions(call.arg(0))))
}

/// Calls themselves: see [`super::function::needs_frame`].
pub(crate) fn needs_frame(machine: &mut M, call: Call) -> Outcome<Value> {
    let name = match call.native {
        Pure::ReflectApply => "Reflect.apply",
        _ => "Reflect.construct",
    };
    Err(machine.type_error(&format!("{name} must be called directly")))
}
