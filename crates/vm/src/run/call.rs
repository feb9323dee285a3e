//! Calls.
//!
//! Owns how a callee is reached: closures get a frame, pure natives run at once, async functions and natives of the
//! world halt.

use bytecode::{FunctionId, Op, Reg};

use crate::error::Outcome;
use crate::fiber::{FiberState, FrameExit, Start, unbind};
use crate::native::Effect;
use crate::pending::{Construction, Pending, PendingStep, PureCall};
use crate::{
    AsyncCall, ErrorKind, Halt, Host, HostCall, Native, ObjectKind, Owner, Place, PropertyKey, Pure, Raise, Value,
};

use super::generator::Resumption;
use super::machine::{Flow, Machine};

/// How many registers the frames of a stack that is as deep as it may be have on average.
const REGISTERS_PER_FRAME: usize = 105;

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
        if let Some(flow) = self.call_plain(callee, this, dest, base, count)? {
            return Ok(flow);
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

    /// The common case, without a copy of the arguments on the way: a synchronous closure.
    fn call_plain(&mut self, callee: Value, this: Value, dest: Reg, base: Reg, count: u16) -> Outcome<Option<Flow>> {
        let Some(id) = self.context.heap.as_closure(callee) else {
            return Ok(None);
        };
        let function = self.context.program.function(id);
        if !function.is_simple_call() {
            return Ok(None);
        }
        self.check_stack()?;
        let frame_base = self.fiber.frames.last().map_or(0, |frame| frame.base as usize);
        let first = frame_base + usize::from(base.0) + 2;
        let given = usize::from(count.min(function.params));
        let start = self.fiber.registers.len();
        self.fiber.registers.extend_from_within(first..first + given);
        self.fiber
            .registers
            .resize(start + usize::from(function.registers), Value::Undefined);
        self.fiber.push_frame(
            self.context.heap,
            self.context.program,
            callee,
            this,
            start,
            (dest, FrameExit::Value),
        );
        Ok(Some(Flow::Stay))
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

    pub(super) fn check_stack(&mut self) -> Outcome<()> {
        let max_frames = self.context.heap.max_stack_depth();
        let max_registers = max_frames.saturating_mul(REGISTERS_PER_FRAME);
        if self.fiber.frames.len() >= max_frames || self.fiber.registers.len() >= max_registers {
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
        if self.context.switch == crate::Switch::Access
            && self.is_native_call_visible(invocation.callee, invocation.this, &invocation.args)
        {
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
            Ok(Flow::Halt(halt)) => Some(halt),
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
                if is_class(host) {
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
            return Ok(Flow::Halt(Halt::AsyncCall(AsyncCall {
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

    fn invoke_pure(&mut self, pure: Pure, invocation: Invocation) -> Outcome<Flow> {
        match pure {
            Pure::FunctionCall => {
                let mut args = invocation.args;
                let this = if args.is_empty() {
                    Value::Undefined
                } else {
                    args.remove(0)
                };
                self.invoke(Invocation {
                    callee: invocation.this,
                    this,
                    args,
                    ..invocation
                })
            }
            Pure::FunctionApply => {
                let list = invocation.args.get(1).copied().unwrap_or(Value::Undefined);
                self.apply_list(pure, invocation, list)
            }
            Pure::ReflectApply => {
                let list = invocation.args.get(2).copied().unwrap_or(Value::Undefined);
                self.apply_list(pure, invocation, list)
            }
            Pure::ReflectConstruct => self.reflect_construct(invocation),
            Pure::FunctionHasInstance => {
                let value = invocation.args.first().copied().unwrap_or(Value::Undefined);
                self.ordinary_has_instance(invocation.dest, invocation.exit, value, invocation.this)
            }
            Pure::GeneratorNext | Pure::GeneratorReturn | Pure::GeneratorThrow => {
                let how = match pure {
                    Pure::GeneratorThrow => Resumption::Throw,
                    Pure::GeneratorReturn => Resumption::Return,
                    _ => Resumption::Next,
                };
                let value = invocation.args.first().copied().unwrap_or(Value::Undefined);
                self.call_generator(
                    invocation.this,
                    (how, pure.name()),
                    value,
                    (invocation.dest, invocation.exit),
                )
            }
            Pure::ResumeGenerator => self.drive_generator(invocation),
            _ => {
                let Invocation {
                    this, args, dest, exit, ..
                } = invocation;
                let call = PureCall {
                    native: pure,
                    this,
                    args,
                    new_target: Value::Undefined,
                };
                self.call_native(call, dest, exit)
            }
        }
    }

    /// `f.apply(this, list)` and `Reflect.apply(f, this, list)`.
    fn apply_list(&mut self, pure: Pure, invocation: Invocation, list: Value) -> Outcome<Flow> {
        let is_method = pure == Pure::FunctionApply;
        let first = invocation.args.first().copied().unwrap_or(Value::Undefined);
        let (callee, this) = match is_method {
            true => (invocation.this, first),
            false => (first, invocation.args.get(1).copied().unwrap_or(Value::Undefined)),
        };
        if !self.context.heap.is_callable(callee) {
            let shown = crate::short(self.context.heap, self.context.program, callee);
            let message = match is_method {
                true => "Function.prototype.apply was called on something that is not a function".to_owned(),
                false => format!("Function.prototype.apply was called on {shown}, which is not a function"),
            };
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let args = match (is_method, list) {
            (true, Value::Undefined | Value::Null) => Ok(Vec::new()),
            _ => self.list_from_array_like(list),
        };
        let args = match args {
            Ok(args) => args,
            Err(Raise::Library) => return self.library_twin(pure, invocation),
            Err(raise) => return Err(raise),
        };
        self.invoke(Invocation {
            callee,
            this,
            args,
            ..invocation
        })
    }

    /// `Reflect.construct(target, list, newTarget)`.
    fn reflect_construct(&mut self, invocation: Invocation) -> Outcome<Flow> {
        let argument = |index: usize| invocation.args.get(index).copied().unwrap_or(Value::Undefined);
        let callee = argument(0);
        let new_target = if invocation.args.len() > 2 { argument(2) } else { callee };
        for constructor in [callee, new_target] {
            if !self.is_constructor(constructor) {
                let shown = crate::short(self.context.heap, self.context.program, constructor);
                return Err(self.error(ErrorKind::TypeError, &format!("{shown} is not a constructor")));
            }
        }
        let args = match self.list_from_array_like(argument(1)) {
            Ok(args) => args,
            Err(Raise::Library) => return self.library_twin(Pure::ReflectConstruct, invocation),
            Err(raise) => return Err(raise),
        };
        let call = Construction {
            callee,
            args,
            new_target,
        };
        self.construct_with(call, invocation.dest, invocation.exit)
    }

    /// Calls the library's function that stands for a native when it cannot do its work itself.
    fn library_twin(&mut self, pure: Pure, invocation: Invocation) -> Outcome<Flow> {
        let Some(function) = self.twin_of(pure) else {
            return Err(Raise::Library);
        };
        let Invocation {
            this, args, dest, exit, ..
        } = invocation;
        self.call_library(function, this, &args, dest, exit)
    }

    /// Runs a pure native. If one of its operands has a conversion of the program's, that is called first and the native
    /// begins again.
    pub(crate) fn call_native(&mut self, call: PureCall, dest: Reg, exit: FrameExit) -> Outcome<Flow> {
        if call.native == Pure::Date && (call.args.is_empty() || call.new_target == Value::Undefined) {
            return Ok(self.ask_the_time(call, dest, exit));
        }
        match self.observed(call.native, call.this, &call.args, call.new_target) {
            Ok(value) => self.complete(exit, dest, value),
            Err(Raise::Primitive { value, hint, place }) => match place.or_else(|| place_of(&call, value)) {
                Some(place) => {
                    let step = PendingStep::Native { call, place, hint };
                    self.convert(value, hint, dest, Pending { step, outer: exit })
                }
                // It is a part of an argument: the library's function takes it from there.
                None => self.call_twin(call, dest, exit),
            },
            Err(Raise::Library) => self.call_twin(call, dest, exit),
            Err(raise) => Err(raise),
        }
    }

    /// `new Date()` and `Date()` need the world's clock; they go on with what it says.
    fn ask_the_time(&mut self, call: PureCall, dest: Reg, outer: FrameExit) -> Flow {
        let call = PureCall {
            native: Pure::DateAt,
            args: vec![Value::Undefined],
            ..call
        };
        let place = Place::Arg(0);
        let hint = crate::Hint::Number;
        let step = PendingStep::Native { call, place, hint };
        let invocation = Invocation {
            callee: Value::Native(Native::Host(Host::DateNow)),
            this: Value::Undefined,
            args: Vec::new(),
            dest,
            is_awaited: false,
            exit: FrameExit::Pending(Box::new(Pending { step, outer })),
        };
        self.halt_for_host(Host::DateNow, invocation, false)
    }

    /// The library's function of the same name as a native.
    fn twin_of(&self, pure: Pure) -> Option<FunctionId> {
        self.context.heap.library().fallback(Native::Pure(pure))
    }

    /// The library's function of the same name as a native of the world, if that would have to ask the program's code:
    /// the world knows plain promises and arrays only.
    fn host_twin(&self, host: Host, this: Value, args: &[Value]) -> Option<FunctionId> {
        let given = args.first().copied().unwrap_or(Value::Undefined);
        let is_promise = |value: Value| self.context.heap.as_promise(value).is_some();
        let is_plain = |value: Value| !is_promise(value) || self.is_as_made(value, Owner::Promise);
        let promise = Native::Pure(Pure::Promise);
        let is_usual = this == Value::Native(promise) && self.context.heap.overlay(promise).is_none();
        let is_simple = match host {
            Host::PromiseAll | Host::PromiseAllSettled | Host::PromiseRace | Host::PromiseAny => {
                let items = self.context.heap.as_array(given);
                is_usual
                    && self.is_as_made(given, Owner::Array)
                    && items.is_some_and(|items| items.iter().all(|&item| is_plain(item)))
            }
            Host::PromiseResolve | Host::PromiseReject => is_usual && is_plain(given),
            Host::PromiseThen | Host::PromiseCatch => is_promise(this) && is_plain(this),
            _ => true,
        };
        if is_simple {
            return None;
        }
        self.context.heap.library().fallback(Native::Host(host))
    }

    /// Lets the library's function of the same name do what a native cannot do itself.
    fn call_twin(&mut self, call: PureCall, dest: Reg, exit: FrameExit) -> Outcome<Flow> {
        let Some(function) = self.twin_of(call.native) else {
            return Err(Raise::Library);
        };
        let exit = match call.new_target {
            Value::Undefined => exit,
            // The function asks for `new.target`.
            new_target => FrameExit::Pending(Box::new(Pending {
                step: PendingStep::Inherit {
                    prototype: Value::Undefined,
                    new_target,
                },
                outer: exit,
            })),
        };
        self.call_library(function, call.this, &call.args, dest, exit)
    }

    /// Runs a pure native and records what it does to something shared.
    pub(super) fn observed(&mut self, pure: Pure, this: Value, args: &[Value], new_target: Value) -> Outcome<Value> {
        let target = match pure.effect() {
            Effect::Reads | Effect::Writes | Effect::ReadsDeep => this.object(),
            Effect::WritesFirst | Effect::ReadsArgs | Effect::ReadsArgsDeep => {
                args.first().and_then(|arg| arg.object())
            }
            Effect::None => None,
        };
        let before = target.map(|target| self.size(target));
        let value = self.call_pure(pure, this, args, new_target)?;
        if let (true, Some(target), Some(before)) = (self.context.record, target, before) {
            let length = PropertyKey::Name(self.context.heap.well_known().length);
            match pure.effect() {
                Effect::Writes | Effect::WritesFirst => {
                    let after = self.size(target);
                    self.note_write_of(target, length, after, before);
                }
                Effect::Reads | Effect::ReadsDeep | Effect::ReadsArgs | Effect::ReadsArgsDeep => {
                    self.note_read_of(target, length, before)
                }
                Effect::None => {}
            }
        }
        Ok(value)
    }

    fn size(&self, target: crate::ObjectRef) -> Value {
        let object = self.context.heap.object(target);
        let size = match &object.kind {
            ObjectKind::Array(items) => items.len(),
            ObjectKind::Map(entries) | ObjectKind::Set(entries) => entries.len(),
            _ => object.properties.len(),
        };
        Value::number(size as f64)
    }

    pub(super) fn halt_for_host(&mut self, native: Host, invocation: Invocation, is_new: bool) -> Flow {
        self.fiber.state = FiberState::Suspended {
            dest: invocation.dest,
            exit: invocation.exit,
        };
        Flow::Halt(Halt::HostCall(HostCall {
            native,
            this: invocation.this,
            args: invocation.args,
            is_new,
        }))
    }

    /// Methods of objects of the world come only with such an object.
    fn check_receiver(&mut self, host: Host, this: Value) -> Outcome<()> {
        let class = self.context.heap.as_host(this).map(|(class, _)| class.owner());
        let is_promise = self.context.heap.as_promise(this).is_some();
        let is_fine = match host.owner() {
            owner @ (Owner::Semaphore | Owner::Mutex | Owner::Channel | Owner::AtomicInt) => class == Some(owner),
            Owner::Promise | Owner::Task => is_promise,
            _ => true,
        };
        if is_fine {
            return Ok(());
        }
        let shown = crate::short(self.context.heap, self.context.program, this);
        let message = format!("Method {} called on incompatible receiver {shown}", host.name());
        Err(self.error(ErrorKind::TypeError, &message))
    }
}

/// The first argument that is a value, else the receiver.
fn place_of(call: &PureCall, value: Value) -> Option<Place> {
    let index = call.args.iter().position(|&argument| argument == value);
    match index {
        Some(index) => u16::try_from(index).ok().map(Place::Arg),
        None => (call.this == value).then_some(Place::This),
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

pub(super) fn is_class(host: Host) -> bool {
    matches!(host, Host::Semaphore | Host::Mutex | Host::Channel | Host::AtomicInt)
}
