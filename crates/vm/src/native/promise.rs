//! What makes promises and their resolving functions.
//!
//! Owns allocation only: settling is the world's.

use super::Call;
use crate::error::Outcome;
use crate::object::Object;
use crate::run::Machine;
use crate::{ErrorKind, Native, ObjectKind, ObjectRef, Promise, Pure, Raise, Value};

type M<'m, 'c> = Machine<'m, 'c>;

/// `Promise(...)` without `new`; with it, the library's function is called instead.
pub(crate) fn construct(machine: &mut M, call: Call) -> Outcome<Value> {
    if call.new_target != Value::Undefined {
        return Err(Raise::Library);
    }
    let message = "Promise constructor cannot be invoked without 'new'";
    Err(machine.error(ErrorKind::TypeError, message))
}

pub(crate) fn new_promise(machine: &mut M, _call: Call) -> Outcome<Value> {
    Ok(Value::Object(machine.context.heap.alloc_promise(Promise::pending())))
}

fn function(machine: &mut M, promise: ObjectRef, is_reject: bool) -> Value {
    let record = machine.context.heap.as_promise(Value::Object(promise));
    let generation = record.map_or(0, |record| record.generation);
    let function = Object::new(ObjectKind::ResolveFunction {
        promise,
        is_reject,
        generation,
    });
    Value::Object(machine.context.heap.alloc_object(function))
}

fn function_of(machine: &mut M, call: Call, is_reject: bool) -> Outcome<Value> {
    let is_promise = machine.context.heap.as_promise(call.arg(0)).is_some();
    match call.arg(0).object().filter(|_| is_promise) {
        Some(promise) => Ok(function(machine, promise, is_reject)),
        None => Err(machine.error(ErrorKind::TypeError, "only a promise has resolving functions")),
    }
}

pub(crate) fn resolve_function(machine: &mut M, call: Call) -> Outcome<Value> {
    function_of(machine, call, false)
}

pub(crate) fn reject_function(machine: &mut M, call: Call) -> Outcome<Value> {
    function_of(machine, call, true)
}

pub(crate) fn with_resolvers(machine: &mut M, call: Call) -> Outcome<Value> {
    if call.this != Value::Native(Native::Pure(Pure::Promise)) {
        return Err(Raise::Library);
    }
    let promise = machine.context.heap.alloc_promise(Promise::pending());
    let resolve = function(machine, promise, false);
    let reject = function(machine, promise, true);
    let known = *machine.context.heap.well_known();
    let result = machine.context.heap.alloc_plain();
    let properties = &mut machine.context.heap.object_mut(result).properties;
    properties.set(known.promise, Value::Object(promise));
    properties.set(known.resolve, resolve);
    properties.set(known.reject, reject);
    Ok(Value::Object(result))
}
