//! What results turn into.
//!
//! Owns the end of frames and which continuation is carried out where: operations and natives that need the program's
//! code in their own middle never call it, they say what is to be done with its result.

use bytecode::{BinaryOp, FunctionId, LibraryEntry, Reg, UnaryOp};

use crate::error::Outcome;
use crate::fiber::{FiberState, FrameExit};
use crate::pending::{Pending, PendingStep};
use crate::{Halt, Hint, Place, PropertyKey, Raise, Value};

use super::call::Invocation;
use super::convert::to_boolean;
use super::lookup::Held;
use super::machine::{Flow, Machine};

/// What reading a property takes.
pub(crate) enum Readable {
    /// Nothing more: this is its value, `undefined` if there is no such property.
    Value(Value),
    /// A call of its getter.
    Getter(Value),
}

impl Machine<'_, '_> {
    /// Ends the innermost frame with a value.
    pub(crate) fn return_value(&mut self, value: Value) -> Outcome<Flow> {
        let Some(frame) = self.fiber.frames.last_mut() else {
            return Ok(self.halt(Halt::Returned(value)));
        };
        let dest = frame.dest;
        let exit = std::mem::replace(&mut frame.exit, FrameExit::Value);
        self.pop_frame();
        self.complete_return(exit, dest, value)
    }

    /// The same when the frame is gone already.
    pub(super) fn complete_return(&mut self, exit: FrameExit, dest: Reg, value: Value) -> Outcome<Flow> {
        let flow = self.complete(exit, dest, value);
        self.after_return(flow)
    }

    /// Halts if that was the end of the fiber.
    pub(super) fn after_return(&mut self, flow: Outcome<Flow>) -> Outcome<Flow> {
        match (&self.fiber.state, flow?) {
            (&FiberState::Ended(value), Flow::Next | Flow::Stay) => Ok(self.halt(Halt::Returned(value))),
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

    /// Carries out a continuation.
    pub(crate) fn go_on(&mut self, pending: Pending, dest: Reg, value: Value) -> Outcome<Flow> {
        let Pending { step, outer } = pending;
        match step {
            PendingStep::Native { mut call, place, hint } => {
                // To a native, `undefined` is an argument that is not given; what was converted is.
                let value = match (value, hint) {
                    (Value::Undefined, Hint::Number) => Value::number(f64::NAN),
                    (Value::Undefined, Hint::String) => self.context.heap.alloc_str("undefined"),
                    (value, _) => value,
                };
                match place {
                    Place::This => call.this = value,
                    Place::Arg(index) => call.args[usize::from(index)] = value,
                }
                self.call_native(call, dest, outer)
            }
            PendingStep::Left { operator, right } => self.operate(dest, outer, operator, value, right),
            PendingStep::Right { operator, left } => self.operate(dest, outer, operator, left, value),
            PendingStep::Unary { operator } => self.operate_unary(dest, outer, operator, value),
            PendingStep::Key { op } => self.execute_keyed(op, value),
            PendingStep::SuperKey { op, holder } => self.access_super(op, holder, value),
            PendingStep::Stored { op } => self.execute_stored(op, value),
            PendingStep::Heritage { op } => self.class_with_parent(op, value),
            PendingStep::Truth => {
                let is_true = to_boolean(self.context.heap, value);
                self.complete(outer, dest, Value::Bool(is_true))
            }
            PendingStep::HasInstance { value: asked, target } => self.has_instance(dest, outer, asked, target, value),
            PendingStep::InstancePrototype { value: asked } => self.inherits_from(dest, outer, asked, value),
            PendingStep::NewPrototype { call } => self.construct_with_prototype(*call, value, dest, outer),
            PendingStep::Inherit { prototype, .. } => {
                self.set_prototype_of_new(value, prototype);
                self.complete(outer, dest, value)
            }
            PendingStep::Constructed { object, .. } => {
                let value = if value.is_object() {
                    value
                } else {
                    Value::Object(object)
                };
                self.complete(outer, dest, value)
            }
            PendingStep::Resolve {
                promise,
                value: resolution,
            } => self.resolve_with(promise, resolution, value, dest, outer),
            PendingStep::Await => Ok(self.halt_to_await(dest, outer, value)),
            PendingStep::Reject { promise } => self.reject_with(promise, value, dest, outer),
            PendingStep::Copy { copy } => self.copied(*copy, value, dest, outer),
            step @ (PendingStep::IteratorMethod { .. }
            | PendingStep::Iterator
            | PendingStep::IteratorNext { .. }
            | PendingStep::StepResult { .. }
            | PendingStep::StepDone { .. }
            | PendingStep::StepValue { .. }
            | PendingStep::Stepped { .. }
            | PendingStep::Collected { .. }
            | PendingStep::CloseMethod { .. }
            | PendingStep::Closed { .. }) => self.iterate_on(Pending { step, outer }, dest, value),
            step @ (PendingStep::Generator { .. }
            | PendingStep::GeneratorStep { .. }
            | PendingStep::GeneratorDriver { .. }) => self.generator_returned(Pending { step, outer }, dest, value),
        }
    }

    /// Reads a property that may have a getter, and goes on with its value.
    pub(crate) fn read_then(&mut self, object: Value, key: PropertyKey, dest: Reg, pending: Pending) -> Outcome<Flow> {
        match self.readable(object, key)? {
            Readable::Value(value) => self.go_on(pending, dest, value),
            Readable::Getter(getter) => self.invoke(Invocation {
                callee: getter,
                this: object,
                args: Vec::new(),
                dest,
                is_awaited: false,
                exit: FrameExit::Pending(Box::new(pending)),
            }),
        }
    }

    /// What reading a property takes.
    pub(crate) fn readable(&mut self, object: Value, key: PropertyKey) -> Outcome<Readable> {
        let Some(lookup) = self.lookup(object, key) else {
            if let Value::Object(reference) = object {
                self.note_read_of(reference, key, Value::Undefined);
            }
            return Ok(Readable::Value(Value::Undefined));
        };
        match lookup.own.held {
            Held::Accessor {
                get: Value::Undefined, ..
            } => Ok(Readable::Value(Value::Undefined)),
            Held::Accessor { get, .. } => Ok(Readable::Getter(get)),
            held => {
                let value = self.realize(lookup.holder, held);
                self.note_lookup(object, key, lookup, value);
                Ok(Readable::Value(value))
            }
        }
    }

    /// Calls a function of the library.
    pub(crate) fn call_library(
        &mut self,
        function: FunctionId,
        this: Value,
        args: &[Value],
        dest: Reg,
        exit: FrameExit,
    ) -> Outcome<Flow> {
        self.check_stack()?;
        self.fiber.push_function(
            self.context.heap,
            self.context.program,
            function,
            this,
            args,
            (dest, exit),
        );
        Ok(Flow::Stay)
    }

    /// Calls the program's conversion of an object; the pending step goes on with the primitive value.
    pub(crate) fn convert(&mut self, value: Value, hint: Hint, dest: Reg, pending: Pending) -> Outcome<Flow> {
        let Some(function) = self.context.program.library.entry(LibraryEntry::ToPrimitive) else {
            return Err(Raise::Primitive {
                value,
                hint,
                place: None,
            });
        };
        let hint = self.context.heap.alloc_str(hint.name());
        let exit = FrameExit::Pending(Box::new(pending));
        self.call_library(function, Value::Undefined, &[value, hint], dest, exit)
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
        if operator == BinaryOp::InstanceOf {
            return self.instance_of(dest, exit, left, right);
        }
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
