//! Generators: leaving a frame in the middle and taking it up again.
//!
//! Owns their states and what resuming one gives (ECMA-262 section 27.5). The queue of an async generator's requests is
//! the library's.

use bytecode::{Op, Reg};

use crate::error::Outcome;
use crate::fiber::{FiberFrame, FrameExit, NO_CALLEE};
use crate::generator::{Generator, GeneratorState};
use crate::object::{Object, Prototype};
use crate::pending::{Pending, PendingStep};
use crate::{ErrorKind, ObjectKind, ObjectRef, Raise, Value};

use super::call::Invocation;
use super::machine::{Flow, Machine};

/// How a generator is resumed (ECMA-262 section 27.5.3.3 and its neighbour).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Resumption {
    /// With a value.
    Next,
    /// With an error at the place where it stands.
    Throw,
    /// With the order to end.
    Return,
}

/// Why a generator's frame left the stack.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Departure {
    /// At `yield`; whether the value is an iterator result already.
    Yield { is_delegate: bool },
    /// At `await`.
    Await,
    /// At its end.
    Return,
}

impl Machine<'_, '_> {
    /// The first operation of a generator's body: the call gives the generator.
    pub(crate) fn generator_start(&mut self) -> Outcome<Flow> {
        let frame = self.fiber.frames.last().expect("an operation has a frame");
        let (dest, callee) = (frame.dest, frame.callee);
        let is_async = self.context.program.function(frame.function).kind == bytecode::FunctionKind::AsyncGenerator;
        let prototype = self.generator_prototype(callee);
        self.advance();
        let (frame, exit) = self.leave_frame();
        let generator = Object {
            prototype,
            ..Object::new(ObjectKind::Generator(Box::new(Generator {
                state: GeneratorState::Start(frame),
                is_async,
                queue: Value::Undefined,
            })))
        };
        let generator = self.context.heap.alloc_object(generator);
        self.complete_return(exit, dest, Value::Object(generator))
    }

    /// What the object of a call of a generator function inherits from.
    fn generator_prototype(&mut self, callee: ObjectRef) -> Prototype {
        if callee == NO_CALLEE {
            return Prototype::Default;
        }
        match self.make_prototype(Value::Object(callee)) {
            value if value.is_object() => Prototype::of(value).unwrap_or_default(),
            _ => Prototype::Default,
        }
    }

    /// Takes the innermost frame off the stack, whole.
    fn leave_frame(&mut self) -> (FiberFrame, FrameExit) {
        let mut frame = self.fiber.frames.pop().expect("an operation has a frame");
        let registers = self.fiber.registers.split_off(frame.base as usize).into_boxed_slice();
        let depth = self.fiber.frames.len();
        self.fiber.tracked.retain(|tracked| tracked.depth as usize <= depth);
        let exit = std::mem::replace(&mut frame.exit, FrameExit::Value);
        frame.base = 0;
        frame.dest = Reg(0);
        frame.callee = NO_CALLEE;
        (FiberFrame { frame, registers }, exit)
    }

    /// `yield value`.
    pub(crate) fn generator_yield(&mut self, value: Value, is_delegate: bool) -> Outcome<Flow> {
        self.suspend(value, Departure::Yield { is_delegate })
    }

    /// `await value` in an async generator.
    pub(crate) fn generator_await(&mut self, value: Value) -> Outcome<Flow> {
        self.suspend(value, Departure::Await)
    }

    fn suspend(&mut self, value: Value, departure: Departure) -> Outcome<Flow> {
        let dest = self.fiber.frames.last().map_or(Reg(0), |frame| frame.dest);
        let (frame, exit) = self.leave_frame();
        let FrameExit::Pending(pending) = exit else {
            return Err(self.error(ErrorKind::TypeError, "only a generator can yield"));
        };
        let Some(generator) = pending.generator() else {
            return Err(self.error(ErrorKind::TypeError, "only a generator can yield"));
        };
        self.set_generator(generator, GeneratorState::Suspended(frame));
        let flow = self.depart(*pending, dest, value, departure);
        self.after_return(flow)
    }

    fn set_generator(&mut self, generator: ObjectRef, state: GeneratorState) {
        let ObjectKind::Generator(content) = &mut self.context.heap.object_mut(generator).kind else {
            return;
        };
        content.state = state;
        let weight = content.weight();
        self.context.heap.grow(weight);
        self.context.heap.write_barrier(generator);
    }

    /// The body has returned.
    pub(super) fn generator_returned(&mut self, pending: Pending, dest: Reg, value: Value) -> Outcome<Flow> {
        if let Some(generator) = pending.generator() {
            self.set_generator(generator, GeneratorState::Completed);
        }
        self.depart(pending, dest, value, Departure::Return)
    }

    /// The body has thrown: there is nothing left to resume.
    pub(super) fn generator_failed(&mut self, generator: ObjectRef) {
        self.set_generator(generator, GeneratorState::Completed);
    }

    /// Hands what a generator gives to whoever resumed it.
    fn depart(&mut self, pending: Pending, dest: Reg, value: Value, departure: Departure) -> Outcome<Flow> {
        let Pending { step, outer } = pending;
        match (step, departure) {
            (PendingStep::GeneratorStep { record, .. }, Departure::Yield { is_delegate: true }) => {
                let step = PendingStep::StepResult { record };
                self.go_on(Pending { step, outer }, dest, value)
            }
            (PendingStep::GeneratorStep { record, .. }, Departure::Yield { is_delegate: false }) => {
                self.set_record_done(record, false);
                self.complete(outer, dest, value)
            }
            (PendingStep::GeneratorStep { .. }, Departure::Return | Departure::Await) => {
                self.complete(outer, dest, Value::Uninitialized)
            }
            (PendingStep::GeneratorDriver { .. }, Departure::Await) => {
                let result = self.iterator_result(value, Value::Undefined);
                self.complete(outer, dest, result)
            }
            (_, Departure::Yield { is_delegate: true }) => self.complete(outer, dest, value),
            (_, Departure::Yield { is_delegate: false } | Departure::Await) => {
                let result = self.iterator_result(value, Value::Bool(false));
                self.complete(outer, dest, result)
            }
            (_, Departure::Return) => {
                let result = self.iterator_result(value, Value::Bool(true));
                self.complete(outer, dest, result)
            }
        }
    }

    /// CreateIterResultObject.
    pub(crate) fn iterator_result(&mut self, value: Value, done: Value) -> Value {
        let known = *self.context.heap.well_known();
        let result = self.context.heap.alloc_plain();
        let properties = &mut self.context.heap.object_mut(result).properties;
        properties.set(known.value, value);
        properties.set(known.done, done);
        Value::Object(result)
    }

    /// Resumes a generator; `step` says who wants to know what it gives.
    pub(crate) fn resume_generator(
        &mut self,
        generator: ObjectRef,
        (how, value): (Resumption, Value),
        dest: Reg,
        pending: Pending,
    ) -> Outcome<Flow> {
        let ObjectKind::Generator(content) = &self.context.heap.object(generator).kind else {
            return Err(self.error(ErrorKind::TypeError, "only a generator can be resumed"));
        };
        let is_start = matches!(content.state, GeneratorState::Start(_));
        match (&content.state, how) {
            (GeneratorState::Running, _) => {
                return Err(self.error(ErrorKind::TypeError, "Generator is already running"));
            }
            (GeneratorState::Completed, Resumption::Next) => {
                return self.depart(pending, dest, Value::Undefined, Departure::Return);
            }
            (GeneratorState::Completed | GeneratorState::Start(_), Resumption::Return) => {
                self.set_generator(generator, GeneratorState::Completed);
                return self.depart(pending, dest, value, Departure::Return);
            }
            (GeneratorState::Completed | GeneratorState::Start(_), Resumption::Throw) => {
                self.set_generator(generator, GeneratorState::Completed);
                return Err(Raise::Throw(value));
            }
            (GeneratorState::Start(_), Resumption::Next) | (GeneratorState::Suspended(_), _) => {}
        }
        self.check_stack()?;
        self.take_up(generator, dest, pending);
        if is_start {
            return Ok(Flow::Stay);
        }
        self.resume_at_yield(how, value)
    }

    /// Puts a suspended generator's frame on the stack.
    fn take_up(&mut self, generator: ObjectRef, dest: Reg, pending: Pending) {
        let ObjectKind::Generator(content) = &mut self.context.heap.object_mut(generator).kind else {
            return;
        };
        let state = std::mem::replace(&mut content.state, GeneratorState::Running);
        let (GeneratorState::Start(suspended) | GeneratorState::Suspended(suspended)) = state else {
            return;
        };
        let FiberFrame { mut frame, registers } = suspended;
        frame.base = u32::try_from(self.fiber.registers.len()).unwrap_or(u32::MAX);
        frame.dest = dest;
        frame.exit = FrameExit::Pending(Box::new(pending));
        self.fiber.registers.extend_from_slice(&registers);
        self.fiber.frames.push(frame);
    }

    /// Finishes the `yield` or `await` at which the innermost frame stands.
    fn resume_at_yield(&mut self, how: Resumption, value: Value) -> Outcome<Flow> {
        let frame = self.fiber.frames.last().expect("the generator's frame");
        let op = self.context.program.function(frame.function).ops[frame.pc as usize];
        if how == Resumption::Throw {
            return Err(Raise::Throw(value));
        }
        match op {
            Op::Yield { dest, mode, .. } => {
                self.set_register(dest, value);
                self.set_register(mode, Value::Bool(how == Resumption::Return));
            }
            Op::AwaitYield { dest, .. } => self.set_register(dest, value),
            _ => return Err(self.error(ErrorKind::TypeError, "a generator stands where it cannot go on")),
        }
        self.advance();
        Ok(Flow::Stay)
    }

    /// The generator that a value is.
    pub(crate) fn as_generator(&self, value: Value) -> Option<(ObjectRef, &Generator)> {
        let reference = value.object()?;
        match &self.context.heap.object(reference).kind {
            ObjectKind::Generator(generator) => Some((reference, generator)),
            _ => None,
        }
    }

    /// `generator.next(value)` and its like, called as functions.
    pub(crate) fn call_generator(
        &mut self,
        this: Value,
        (how, name): (Resumption, &str),
        value: Value,
        (dest, exit): (Reg, FrameExit),
    ) -> Outcome<Flow> {
        let generator = self.as_generator(this).filter(|(_, generator)| !generator.is_async);
        let Some(generator) = generator.map(|(reference, _)| reference) else {
            let shown = self.class_label(this);
            let message = format!("Method [Generator].prototype.{name} called on incompatible receiver {shown}");
            return Err(self.error(ErrorKind::TypeError, &message));
        };
        let step = PendingStep::Generator { generator };
        self.resume_generator(generator, (how, value), dest, Pending { step, outer: exit })
    }

    /// `__resumeGenerator(generator, mode, value)`: the library resumes an async generator. Mode 0 is with a value, 1 with
    /// an error, 2 with the order to end.
    pub(crate) fn drive_generator(&mut self, invocation: Invocation) -> Outcome<Flow> {
        let argument = |index: usize| invocation.args.get(index).copied().unwrap_or(Value::Undefined);
        let Some((generator, _)) = self.as_generator(argument(0)) else {
            return Err(self.error(ErrorKind::TypeError, "not a generator"));
        };
        let how = match argument(1) {
            Value::Number(mode) if mode.get() == 1.0 => Resumption::Throw,
            Value::Number(mode) if mode.get() == 2.0 => Resumption::Return,
            _ => Resumption::Next,
        };
        let value = argument(2);
        let pending = Pending {
            step: PendingStep::GeneratorDriver { generator },
            outer: invocation.exit,
        };
        self.resume_generator(generator, (how, value), invocation.dest, pending)
    }
}

impl Pending {
    /// The generator whose frame has this continuation.
    pub(crate) fn generator(&self) -> Option<ObjectRef> {
        match self.step {
            PendingStep::Generator { generator }
            | PendingStep::GeneratorStep { generator, .. }
            | PendingStep::GeneratorDriver { generator } => Some(generator),
            _ => None,
        }
    }
}
