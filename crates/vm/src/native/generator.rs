//! What the library asks of an async generator, and of the `new` that it carries out.
//!
//! Owns the hidden functions for a generator's queue and state, and for what a new object inherits from. Resuming pushes a frame and is the interpreter's.

use super::Call;
use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::generator::GeneratorState;
use crate::run::Machine;
use crate::{ErrorKind, ObjectKind, ObjectRef, Value};

type M<'m, 'c> = Machine<'m, 'c>;

fn argument(machine: &mut M, call: Call) -> Outcome<ObjectRef> {
    match machine.as_generator(call.arg(0)) {
        Some((reference, _)) => Ok(reference),
        None => Err(machine.error(ErrorKind::TypeError, "not a generator")),
    }
}

/// What the library keeps for it; `undefined` at first, and for anything that is no async generator.
pub(crate) fn queue(machine: &mut M, call: Call) -> Outcome<Value> {
    let generator = machine.as_generator(call.arg(0));
    Ok(generator.map_or(Value::Undefined, |(_, generator)| generator.queue))
}

pub(crate) fn set_queue(machine: &mut M, call: Call) -> Outcome<Value> {
    let reference = argument(machine, call)?;
    if let ObjectKind::Generator(generator) = &mut machine.context.heap.object_mut(reference).kind {
        generator.queue = call.arg(1);
    }
    machine.context.heap.write_barrier(reference);
    Ok(Value::Undefined)
}

/// How far it is; `undefined` of anything that is no async generator.
pub(crate) fn state(machine: &mut M, call: Call) -> Outcome<Value> {
    let state = match machine.as_generator(call.arg(0)) {
        Some((_, generator)) if generator.is_async => match generator.state {
            GeneratorState::Start(_) => "suspended-start",
            GeneratorState::Suspended(_) => "suspended-yield",
            GeneratorState::Running => "executing",
            GeneratorState::Completed => "completed",
        },
        Some(_) | None => return Ok(Value::Undefined),
    };
    Ok(machine.context.heap.alloc_str(state))
}

/// `__adopt(object)`: makes a new object inherit from what the `new` says that the library's function carries out.
pub(crate) fn adopt(machine: &mut M, call: Call) -> Outcome<Value> {
    let exit = machine.fiber.frames.last().map(|frame| &frame.exit);
    if let Some(prototype) = exit.and_then(FrameExit::inherited) {
        machine.set_prototype_of_new(call.arg(0), prototype);
    }
    Ok(call.arg(0))
}
