//! What functions can do as objects.
//!
//! Owns what needs no frame: `call` and `apply` are the interpreter's.

use super::Call;
use crate::error::Outcome;
use crate::object::Object;
use crate::run::Machine;
use crate::{ErrorKind, ObjectKind, Value};

type M<'m, 'c> = Machine<'m, 'c>;

pub(crate) fn bind(machine: &mut M, call: Call) -> Outcome<Value> {
    if !machine.context.heap.is_callable(call.this) {
        return Err(machine.error(ErrorKind::TypeError, "Bind must be called on a function"));
    }
    let bound = Object::new(ObjectKind::BoundFunction {
        target: call.this,
        this: call.arg(0),
        args: call.args.get(1..).unwrap_or_default().to_vec(),
    });
    Ok(Value::Object(machine.context.heap.alloc_object(bound)))
}

/// `call` and `apply` are calls themselves: the interpreter deals with them. They come here only as getters or
/// callbacks of natives, of which there are none.
pub(crate) fn needs_frame(machine: &mut M, _call: Call) -> Outcome<Value> {
    Err(machine.error(ErrorKind::TypeError, "call and apply must be called directly"))
}

pub(crate) fn is_callable(machine: &mut M, call: Call) -> Outcome<Value> {
    Ok(Value::Bool(machine.context.heap.is_callable(call.arg(0))))
}
