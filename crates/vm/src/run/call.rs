//! Calls.
//!
//! Owns how a callee is reached: closures get a frame, pure natives run at once, async functions and natives of the
//! world halt.

use std::sync::Arc;

use bytecode::{FunctionId, Op, Reg};

use crate::error::Outcome;
use crate::fiber::{FiberState, Frame, FrameExit, Start, unbind};
use crate::{
    AsyncCall, ErrorKind, Halt, Host, HostCall, HostClass, Native, ObjectKind, Owner, Pure, Raise, Switch, Value,
};

use super::machine::{Flow, Machine};

/// How many registers the frames of a stack that is as deep as it may be have on average.
const REGISTERS_PER_FRAME: usize = 105;

/// How many arguments a native gets without a list made for them.
const ARGUMENTS_AT_ONCE: usize = 4;

/// A call about to happen.
pub(crate) struct Invocation {
    pub(crate) callee: Value,
    pub(crate) this: Value,
    pub(crate) args: Vec<Value>,
    pub(crate) dest: Reg,
    pub(crate) is_awaited: bool,
    /// What the result turns into.
    pub(crate) exit: FrameExit,
}

impl Machine<'_, '_> {
    pub(crate) fn call(&mut self, dest: Reg, base: Reg, count: u16, is_awaited: bool) -> Outcome<Flow> {
        let callee = self.register(base);
        let this = self.register(Reg(base.0 + 1));
        if let Some(value) = self.call_at_once(callee, this, base, count)? {
            return self.give(dest, value);
        }
        let args = self.row(base, count);
        self.invoke(Invocation {
            callee,
            this,
            args,
            dest,
            is_awaited,
            exit: FrameExit::Value,
        })
    }

    /// The common case, without a copy of the arguments on the way: a synchronous closure. Returns whether it was one.
    pub(super) fn push_plain(&mut self, callee: Value, this: Value, dest: Reg, base: Reg, count: u16) -> bool {
        let Value::Object(reference) = callee else { return false };
        let heap = &*self.context.heap;
        let ObjectKind::Closure {
            function: id,
            captures,
            this: lexical_this,
        } = &heap.object(reference).kind
        else {
            return false;
        };
        let function = self.context.program.function(*id);
        if !function.is_simple_call() {
            return false;
        }
        let frame_base = self.fiber.frames.last().map_or(0, |frame| frame.base as usize);
        let first = frame_base + usize::from(base.0) + 2;
        let given = usize::from(count.min(function.params));
        let registers = &mut self.fiber.registers;
        let start = registers.len();
        registers.reserve(usize::from(function.registers));
        registers.extend_from_within(first..first + given);
        registers.resize(start + usize::from(function.registers), Value::Undefined);
        self.fiber.frames.push(Frame {
            function: *id,
            pc: 0,
            base: u32::try_from(start).unwrap_or(u32::MAX),
            callee: reference,
            dest,
            exit: FrameExit::Value,
            this: if function.kind.has_lexical_this() {
                *lexical_this
            } else {
                this
            },
            captures: Arc::clone(captures),
        });
        true
    }

    /// The other common case, likewise: a native that needs nothing of the program's. `None` if it does: it has done
    /// nothing then and is to be called with everything that belongs to a call.
    fn call_at_once(&mut self, callee: Value, this: Value, base: Reg, count: u16) -> Outcome<Option<Value>> {
        let Value::Native(Native::Pure(pure)) = callee else {
            return Ok(None);
        };
        let count = usize::from(count);
        if count > ARGUMENTS_AT_ONCE || pure.needs_frame() || pure == Pure::Date {
            return Ok(None);
        }
        let frame_base = self.fiber.frames.last().map_or(0, |frame| frame.base as usize);
        let first = frame_base + usize::from(base.0) + 2;
        let mut args = [Value::Undefined; ARGUMENTS_AT_ONCE];
        args[..count].copy_from_slice(&self.fiber.registers[first..first + count]);
        match self.observed(pure, this, &args[..count], Value::Undefined) {
            Ok(value) => Ok(Some(value)),
            Err(Raise::Primitive { .. } | Raise::Library) => Ok(None),
            Err(raise) => Err(raise),
        }
    }

    pub(crate) fn call_spread(&mut self, dest: Reg, base: Reg) -> Outcome<Flow> {
        let args = self.spread_row(base);
        self.invoke(Invocation {
            callee: self.register(base),
            this: self.register(Reg(base.0 + 1)),
            args,
            dest,
            is_awaited: false,
            exit: FrameExit::Value,
        })
    }

    /// Whether a call may go one deeper.
    #[inline]
    pub(super) fn has_room_for_frame(&self) -> bool {
        let max_frames = self.context.heap.max_stack_depth();
        let max_registers = max_frames.saturating_mul(REGISTERS_PER_FRAME);
        self.fiber.frames.len() < max_frames && self.fiber.registers.len() < max_registers
    }

    pub(super) fn check_stack(&mut self) -> Outcome<()> {
        if !self.has_room_for_frame() {
            return Err(self.error(ErrorKind::RangeError, "Maximum call stack size exceeded"));
        }
        Ok(())
    }

    /// The first operation of a fiber that begins with a native.
    pub(crate) fn start(&mut self, start: Start) -> Option<Halt> {
        let invocation = Invocation {
            callee: start.callee,
            this: start.this,
            args: start.args.clone(),
            dest: Reg(0),
            is_awaited: false,
            exit: FrameExit::Value,
        };
        let is_visible = match self.context.switch {
            Switch::Access => self.is_native_call_visible(invocation.callee, invocation.this, &invocation.args),
            Switch::Never | Switch::Statement => false,
            Switch::Operation => true,
        };
        if is_visible {
            if self.context.budget == 0 {
                self.fiber.state = FiberState::Starting(Box::new(start));
                return Some(Halt::Visible);
            }
            self.context.budget -= 1;
        }
        match self.invoke(invocation) {
            Ok(Flow::Next | Flow::Stay) => match self.fiber.state {
                FiberState::Ended(value) => Some(Halt::Returned(value)),
                FiberState::Ready
                | FiberState::Starting(_)
                | FiberState::Suspended { .. }
                | FiberState::Answered { .. }
                | FiberState::Raising(_) => None,
            },
            Ok(Flow::Halt) => Some(self.take_halt()),
            Err(Raise::Limit(kind)) => {
                self.fiber.state = FiberState::Starting(Box::new(start));
                Some(Halt::Limit(kind))
            }
            Err(raise) => {
                let Raise::Throw(value) = self.settle_raise(raise) else {
                    return None;
                };
                self.fiber.state = FiberState::Raising(value);
                Some(Halt::Threw(value))
            }
        }
    }

    /// Calls anything with arguments at hand.
    pub(crate) fn invoke(&mut self, invocation: Invocation) -> Outcome<Flow> {
        let (callee, this, args) = unbind(self.context.heap, invocation.callee, invocation.this, invocation.args);
        let invocation = Invocation {
            callee,
            this,
            args,
            ..invocation
        };
        match callee {
            Value::Native(Native::Pure(pure)) => self.invoke_pure(pure, invocation),
            Value::Native(Native::Host(host)) => {
                if HostClass::made_by(host).is_some() {
                    let message = format!("Class constructor {} cannot be invoked without 'new'", host.name());
                    return Err(self.error(ErrorKind::TypeError, &message));
                }
                if let Some(function) = self.host_twin(host, this, &invocation.args) {
                    return self.invoke_library(function, invocation);
                }
                self.check_receiver(host, this)?;
                Ok(self.halt_for_host(host, invocation, false))
            }
            Value::Object(reference) => match self.context.heap.object(reference).kind {
                ObjectKind::Closure { function, .. } => self.invoke_function(function, invocation),
                ObjectKind::ResolveFunction {
                    promise,
                    is_reject,
                    generation,
                } => self.settle(promise, (is_reject, generation), invocation),
                ObjectKind::Plain
                | ObjectKind::Array(_)
                | ObjectKind::BoundFunction { .. }
                | ObjectKind::Promise(_)
                | ObjectKind::Aggregate(_)
                | ObjectKind::Error(_)
                | ObjectKind::Map(_)
                | ObjectKind::Set(_)
                | ObjectKind::Iterator(_)
                | ObjectKind::Host { .. }
                | ObjectKind::Accessor { .. }
                | ObjectKind::Primitive(_)
                | ObjectKind::Arguments
                | ObjectKind::Generator(_)
                | ObjectKind::IteratorRecord { .. }
                | ObjectKind::WeakMap(_)
                | ObjectKind::WeakSet(_)
                | ObjectKind::Timer(_)
                | ObjectKind::WeakRef(_)
                | ObjectKind::RegExp(_)
                | ObjectKind::Date(_) => Err(self.not_callable(callee, "a function")),
            },
            Value::Native(Native::Library(function)) => self.invoke_library(function, invocation),
            Value::Native(Native::Prototype(Owner::Function)) => {
                self.complete(invocation.exit, invocation.dest, Value::Undefined)
            }
            Value::Native(Native::Namespace(_) | Native::Prototype(_))
            | Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => Err(self.not_callable(callee, "a function")),
        }
    }

    /// Calls a function of the library, which captures nothing.
    pub(super) fn invoke_library(&mut self, function: FunctionId, invocation: Invocation) -> Outcome<Flow> {
        let callee = Value::Native(Native::Library(function));
        self.invoke_function(function, Invocation { callee, ..invocation })
    }

    fn invoke_function(&mut self, function: FunctionId, invocation: Invocation) -> Outcome<Flow> {
        let kind = self.context.program.function(function).kind;
        if kind.is_class_constructor() {
            let name = self.context.program.atom(self.context.program.function(function).name);
            let message = format!("Class constructor {name} cannot be invoked without 'new'");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        if kind.is_async() && !(invocation.is_awaited && self.context.inline_awaited) {
            let is_tail = invocation.exit == FrameExit::Value && self.is_tail(invocation.dest);
            self.fiber.state = FiberState::Suspended {
                dest: invocation.dest,
                exit: invocation.exit,
            };
            return Ok(self.halt(Halt::AsyncCall(AsyncCall {
                is_tail,
                callee: invocation.callee,
                this: invocation.this,
                args: invocation.args,
                is_awaited: invocation.is_awaited,
            })));
        }
        self.check_stack()?;
        let then = (invocation.dest, invocation.exit);
        let (heap, program) = (&mut *self.context.heap, self.context.program);
        let (callee, this, args) = (invocation.callee, invocation.this, &invocation.args);
        match callee {
            Value::Native(_) => self.fiber.push_function(heap, program, function, this, args, then),
            _ => self.fiber.push_closure(heap, program, callee, this, args, then),
        }
        Ok(Flow::Stay)
    }

    /// Whether the innermost frame returns what it gets next.
    fn is_tail(&self, dest: Reg) -> bool {
        let Some(frame) = self.fiber.frames.last() else {
            return false;
        };
        let ops = &self.context.program.function(frame.function).ops;
        ops.get(frame.pc as usize + 1) == Some(&Op::Return { value: dest })
    }

    pub(super) fn halt_for_host(&mut self, native: Host, invocation: Invocation, is_new: bool) -> Flow {
        self.fiber.state = FiberState::Suspended {
            dest: invocation.dest,
            exit: invocation.exit,
        };
        self.halt(Halt::HostCall(HostCall {
            native,
            this: invocation.this,
            args: invocation.args,
            is_new,
        }))
    }

    /// Methods of objects of the world come only with such an object.
    fn check_receiver(&mut self, host: Host, this: Value) -> Outcome<()> {
        let class = self.context.heap.as_host(this).map(|(class, _)| class);
        let is_promise = self.context.heap.as_promise(this).is_some();
        let is_fine = match host.owner() {
            Owner::Promise | Owner::Task => is_promise,
            owner => HostClass::owning(owner).is_none_or(|needed| class == Some(needed)),
        };
        if is_fine {
            return Ok(());
        }
        let shown = crate::short(self.context.heap, self.context.program, this);
        let message = format!("Method {} called on incompatible receiver {shown}", host.name());
        Err(self.error(ErrorKind::TypeError, &message))
    }
}

/// A hole reads as `undefined`.
pub(crate) fn present(item: Value) -> Value {
    if item == Value::Uninitialized {
        Value::Undefined
    } else {
        item
    }
}
