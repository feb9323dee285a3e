//! What results turn into.
//!
//! Owns the end of frames and the continuations of operations and natives that needed the program's code in their own
//! middle: conversions of operands. Which conversions those are is decided where values are converted.

use bytecode::{BinaryOp, Reg, UnaryOp};

use crate::error::Outcome;
use crate::fiber::{FiberState, FrameExit};
use crate::pending::{Pending, PendingStep};
use crate::{Halt, Hint, Place, Raise, Value};

use super::convert::to_boolean;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    /// Ends the innermost frame with a value.
    pub(crate) fn return_value(&mut self, value: Value) -> Outcome<Flow> {
        let Some(frame) = self.fiber.frames.last_mut() else {
            return Ok(Flow::Halt(Halt::Returned(value)));
        };
        let dest = frame.dest;
        let exit = std::mem::replace(&mut frame.exit, FrameExit::Value);
        self.pop_frame();
        let flow = self.complete(exit, dest, value)?;
        match (&self.fiber.state, flow) {
            (FiberState::Ended(value), Flow::Next | Flow::Stay) => Ok(Flow::Halt(Halt::Returned(*value))),
            (_, flow) => Ok(flow),
        }
    }

    /// Makes of a value what it was computed for, in the frame that is now the innermost one.
    pub(crate) fn complete(&mut self, exit: FrameExit, dest: Reg, value: Value) -> Outcome<Flow> {
        let value = match exit {
            FrameExit::Value | FrameExit::Derived { .. } => value,
            FrameExit::Discard => return self.finish(None, value),
            FrameExit::Construct { object, .. } if !value.is_object() => Value::Object(object),
            FrameExit::Construct { .. } => value,
            FrameExit::Pending(pending) => return self.go_on(*pending, dest, value),
        };
        self.finish(Some(dest), value)
    }

    /// The end of an operation: its result goes to a register, or is what the fiber was for.
    fn finish(&mut self, dest: Option<Reg>, value: Value) -> Outcome<Flow> {
        if self.fiber.frames.is_empty() {
            self.fiber.state = FiberState::Ended(value);
            return Ok(Flow::Stay);
        }
        if let Some(dest) = dest {
            self.set_register(dest, value);
        }
        Ok(Flow::Next)
    }

    fn go_on(&mut self, pending: Pending, dest: Reg, value: Value) -> Outcome<Flow> {
        let Pending { step, outer } = pending;
        match step {
            PendingStep::Native { mut call, place } => {
                match place {
                    Place::This => call.this = value,
                    Place::Arg(index) => call.args[usize::from(index)] = value,
                }
                self.call_native(call, dest, outer)
            }
            PendingStep::Left { operator, right } => self.operate(dest, outer, operator, value, right),
            PendingStep::Right { operator, left } => self.operate(dest, outer, operator, left, value),
            PendingStep::Unary { operator } => self.operate_unary(dest, outer, operator, value),
            PendingStep::Truth => {
                let is_true = to_boolean(self.context.heap, value);
                self.complete(outer, dest, Value::Bool(is_true))
            }
        }
    }

    /// Calls the program's conversion of an object; the pending step goes on with the primitive value.
    pub(crate) fn convert(&mut self, value: Value, hint: Hint, dest: Reg, pending: Pending) -> Outcome<Flow> {
        let _ = (dest, pending);
        Err(Raise::Primitive {
            value,
            hint,
            place: None,
        })
    }

    /// `left operator right`, with the operands' own conversions if they have any.
    pub(crate) fn operate(
        &mut self,
        dest: Reg,
        exit: FrameExit,
        operator: BinaryOp,
        left: Value,
        right: Value,
    ) -> Outcome<Flow> {
        match self.binary(operator, left, right) {
            Ok(value) => self.complete(exit, dest, value),
            Err(Raise::Primitive { value, hint, .. }) => {
                // The left operand is converted first, and is primitive from then on.
                let step = if value == left {
                    PendingStep::Left { operator, right }
                } else {
                    PendingStep::Right { operator, left }
                };
                self.convert(value, hint, dest, Pending { step, outer: exit })
            }
            Err(raise) => Err(raise),
        }
    }

    /// `operator value`, with the operand's own conversion if it has one.
    pub(crate) fn operate_unary(
        &mut self,
        dest: Reg,
        exit: FrameExit,
        operator: UnaryOp,
        value: Value,
    ) -> Outcome<Flow> {
        match self.unary(operator, value) {
            Ok(value) => self.complete(exit, dest, value),
            Err(Raise::Primitive { value, hint, .. }) => {
                let step = PendingStep::Unary { operator };
                self.convert(value, hint, dest, Pending { step, outer: exit })
            }
            Err(raise) => Err(raise),
        }
    }
}
