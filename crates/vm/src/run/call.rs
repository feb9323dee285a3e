//! Calls.
//!
//! Owns how a callee is reached: closures get a frame, pure natives run at once, async functions and natives of the
//! world halt.

use bytecode::{FunctionKind, Op, Pc, Reg, VariablePlace};

use crate::error::Outcome;
use crate::fiber::{FiberState, FrameExit, Start, unbind};
use crate::native::Effect;
use crate::{
    AsyncCall, ErrorKind, Halt, Host, HostCall, Namespace, Native, Object, ObjectKind, Owner, PropertyKey, Pure, Raise,
    Value,
};

use super::machine::{Flow, Machine};

/// How many calls may be in progress.
const MAX_FRAMES: usize = 10_000;
/// How many registers all frames together may have.
const MAX_REGISTERS: usize = 1 << 20;

/// A call about to happen.
pub(crate) struct Invocation {
    pub(crate) callee: Value,
    pub(crate) this: Value,
    pub(crate) args: Vec<Value>,
    pub(crate) dest: Reg,
    pub(crate) is_awaited: bool,
}

impl Machine<'_, '_> {
    pub(crate) fn call(&mut self, dest: Reg, base: Reg, count: u16, is_awaited: bool) -> Outcome<Flow> {
        let callee = self.register(base);
        let this = self.register(Reg(base.0 + 1));
        if let Some(flow) = self.call_plain(callee, this, dest, base, count)? {
            return Ok(flow);
        }
        let args = (0..count).map(|at| self.register(Reg(base.0 + 2 + at))).collect();
        self.invoke(Invocation {
            callee,
            this,
            args,
            dest,
            is_awaited,
        })
    }

    /// The common case, without a copy of the arguments on the way: a synchronous closure.
    fn call_plain(&mut self, callee: Value, this: Value, dest: Reg, base: Reg, count: u16) -> Outcome<Option<Flow>> {
        let Some(id) = self.context.heap.as_closure(callee) else {
            return Ok(None);
        };
        let function = self.context.program.function(id);
        if function.kind.is_async() || function.has_rest {
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
        let args = self.context.heap.as_array(self.register(Reg(base.0 + 2)));
        let args = args.into_iter().flatten().map(|&item| present(item)).collect();
        self.invoke(Invocation {
            callee: self.register(base),
            this: self.register(Reg(base.0 + 1)),
            args,
            dest,
            is_awaited: false,
        })
    }

    fn check_stack(&mut self) -> Outcome<()> {
        if self.fiber.frames.len() >= MAX_FRAMES || self.fiber.registers.len() >= MAX_REGISTERS {
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
                FiberState::Ready | FiberState::Starting(_) | FiberState::Suspended { .. } | FiberState::Raising(_) => {
                    None
                }
            },
            Ok(Flow::Halt(halt)) => Some(halt),
            Err(Raise::Throw(value)) => {
                self.fiber.state = FiberState::Raising(value);
                Some(Halt::Threw(value))
            }
            Err(Raise::Limit(kind)) => {
                self.fiber.state = FiberState::Starting(Box::new(start));
                Some(Halt::Limit(kind))
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
                self.check_receiver(host, this)?;
                Ok(self.halt_for_host(host, invocation, false))
            }
            Value::Object(reference) => match self.context.heap.object(reference).kind {
                ObjectKind::Closure { function, .. } => self.invoke_closure(function, invocation),
                ObjectKind::ResolveFunction { promise, is_reject } => {
                    let native = if is_reject {
                        Host::SettleReject
                    } else {
                        Host::SettleResolve
                    };
                    let invocation = Invocation {
                        this: Value::Object(promise),
                        ..invocation
                    };
                    Ok(self.halt_for_host(native, invocation, false))
                }
                ObjectKind::Plain
                | ObjectKind::Array(_)
                | ObjectKind::BoundFunction { .. }
                | ObjectKind::Promise(_)
                | ObjectKind::Aggregate(_)
                | ObjectKind::Error(_)
                | ObjectKind::Map(_)
                | ObjectKind::Set(_)
                | ObjectKind::Iterator(_)
                | ObjectKind::Host { .. } => Err(self.not_callable(callee, "a function")),
            },
            Value::Native(Native::Namespace(_))
            | Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Cell(_)
            | Value::Uninitialized => Err(self.not_callable(callee, "a function")),
        }
    }

    fn invoke_closure(&mut self, function: bytecode::FunctionId, invocation: Invocation) -> Outcome<Flow> {
        let kind = self.context.program.function(function).kind;
        if kind.is_async() && !(invocation.is_awaited && self.context.inline_awaited) {
            let is_tail = self.is_tail(invocation.dest);
            self.fiber.state = FiberState::Suspended { dest: invocation.dest };
            return Ok(Flow::Halt(Halt::AsyncCall(AsyncCall {
                is_tail,
                callee: invocation.callee,
                this: invocation.this,
                args: invocation.args,
                is_awaited: invocation.is_awaited,
            })));
        }
        self.check_stack()?;
        let exit = (invocation.dest, FrameExit::Value);
        self.fiber.push_closure(
            self.context.heap,
            self.context.program,
            invocation.callee,
            invocation.this,
            &invocation.args,
            exit,
        );
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
                let this = invocation.args.first().copied().unwrap_or(Value::Undefined);
                let list = invocation.args.get(1).copied().unwrap_or(Value::Undefined);
                let list = self.context.heap.as_array(list).into_iter().flatten();
                let args = list.map(|&item| present(item)).collect();
                self.invoke(Invocation {
                    callee: invocation.this,
                    this,
                    args,
                    ..invocation
                })
            }
            _ => {
                let Invocation { this, args, dest, .. } = invocation;
                let value = self.observed(pure, this, &args, false)?;
                self.finish_native(dest, value)
            }
        }
    }

    /// Runs a pure native and records what it does to something shared.
    fn observed(&mut self, pure: Pure, this: Value, args: &[Value], is_new: bool) -> Outcome<Value> {
        let target = match pure.effect() {
            Effect::Reads | Effect::Writes | Effect::ReadsDeep => this.object(),
            Effect::WritesFirst | Effect::ReadsArgs => args.first().and_then(|arg| arg.object()),
            Effect::None => None,
        };
        let before = target.map(|target| self.size(target));
        let value = self.call_pure(pure, this, args, is_new)?;
        if let (true, Some(target), Some(before)) = (self.context.record, target, before) {
            let length = PropertyKey::Name(self.context.heap.well_known().length);
            match pure.effect() {
                Effect::Writes | Effect::WritesFirst => {
                    let after = self.size(target);
                    self.note_write_of(target, length, after, before);
                }
                Effect::Reads | Effect::ReadsDeep | Effect::ReadsArgs => self.note_read_of(target, length, before),
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

    fn finish_native(&mut self, dest: Reg, value: Value) -> Outcome<Flow> {
        if self.fiber.frames.is_empty() {
            self.fiber.state = FiberState::Ended(value);
            return Ok(Flow::Stay);
        }
        self.give(dest, value)
    }

    fn halt_for_host(&mut self, native: Host, invocation: Invocation, is_new: bool) -> Flow {
        self.fiber.state = FiberState::Suspended { dest: invocation.dest };
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

    // Construction

    pub(crate) fn construct(&mut self, dest: Reg, base: Reg, count: u16) -> Outcome<Flow> {
        let args = (0..count).map(|at| self.register(Reg(base.0 + 2 + at))).collect();
        let (callee, _, args) = unbind(self.context.heap, self.register(base), Value::Undefined, args);
        let invocation = Invocation {
            callee,
            this: Value::Undefined,
            args,
            dest,
            is_awaited: false,
        };
        match callee {
            Value::Native(Native::Pure(Pure::Promise)) => self.construct_promise(invocation),
            Value::Native(Native::Pure(pure)) if is_constructor(pure) => {
                let value = self.observed(pure, Value::Undefined, &invocation.args, true)?;
                self.give(dest, value)
            }
            Value::Native(Native::Host(host)) if is_class(host) => Ok(self.halt_for_host(host, invocation, true)),
            Value::Native(Native::Namespace(Namespace::Date)) => Err(self.error(
                ErrorKind::TypeError,
                "date objects are not available here; use Date.now() for the time in milliseconds",
            )),
            _ => self.construct_closure(invocation),
        }
    }

    fn construct_promise(&mut self, invocation: Invocation) -> Outcome<Flow> {
        let key = self.context.heap.well_known().constructor;
        match self.context.heap.library_method(Owner::PromiseStatic, key) {
            Some(callee) => self.invoke(Invocation { callee, ..invocation }),
            None => Err(self.error(
                ErrorKind::TypeError,
                "the Promise constructor is not part of this program",
            )),
        }
    }

    fn construct_closure(&mut self, invocation: Invocation) -> Outcome<Flow> {
        let id = self.context.heap.as_closure(invocation.callee);
        let id = id.filter(|&id| self.context.program.function(id).kind == FunctionKind::Function);
        if id.is_none() {
            return Err(self.not_callable(invocation.callee, "a constructor"));
        }
        self.check_stack()?;
        let prototype = self.make_prototype(invocation.callee).object();
        let object = self.context.heap.alloc_object(Object {
            prototype,
            ..Object::new(ObjectKind::Plain)
        });
        let exit = (invocation.dest, FrameExit::Construct(object));
        let this = Value::Object(object);
        self.fiber.push_closure(
            self.context.heap,
            self.context.program,
            invocation.callee,
            this,
            &invocation.args,
            exit,
        );
        Ok(Flow::Stay)
    }

    /// `value instanceof constructor`.
    pub(crate) fn instance_of(&mut self, value: Value, constructor: Value) -> Outcome<Value> {
        if !self.context.heap.is_callable(constructor) {
            let is_object = matches!(constructor, Value::Object(_) | Value::Native(_));
            let lacks = if is_object { "callable" } else { "an object" };
            let message = format!("Right-hand side of 'instanceof' is not {lacks}");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let Value::Object(reference) = value else {
            let is_function = constructor == Value::Native(Native::Pure(Pure::Object));
            return Ok(Value::Bool(is_function && matches!(value, Value::Native(_))));
        };
        if let Value::Native(native) = constructor {
            let kind = &self.context.heap.object(reference).kind;
            return Ok(Value::Bool(crate::native::is_instance(kind, native)));
        }
        let prototype = self.make_prototype(constructor).object();
        let mut at = self.context.heap.object(reference).prototype;
        while let Some(found) = at {
            if Some(found) == prototype {
                return Ok(Value::Bool(true));
            }
            at = self.context.heap.object(found).prototype;
        }
        Ok(Value::Bool(false))
    }

    // Messages

    fn not_callable(&mut self, callee: Value, wanted: &str) -> Raise {
        let shown = self.callee_text();
        let shown = shown.unwrap_or_else(|| match callee {
            Value::Object(_) | Value::Native(_) => "(intermediate value)".to_owned(),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Cell(_)
            | Value::Uninitialized => crate::short(self.context.heap, self.context.program, callee),
        });
        self.error(ErrorKind::TypeError, &format!("{shown} is not {wanted}"))
    }

    /// The callee of the innermost frame's call as the learner wrote it.
    fn callee_text(&self) -> Option<String> {
        let frame = self.fiber.frames.last()?;
        let ops = &self.context.program.function(frame.function).ops;
        let (Op::Call { base, .. }
        | Op::CallAwaited { base, .. }
        | Op::CallSpread { base, .. }
        | Op::Construct { base, .. }) = ops[frame.pc as usize]
        else {
            return None;
        };
        self.source_text(base)
    }

    /// What the learner wrote for the value in a register, as far as the operation that put it there tells.
    pub(crate) fn source_text(&self, reg: Reg) -> Option<String> {
        let frame = self.fiber.frames.last()?;
        let function = self.context.program.function(frame.function);
        let before = &function.ops[..frame.pc as usize];
        let writer = before.iter().rposition(|op| {
            let mut is_writer = false;
            op.for_each_write(|written| is_writer = is_writer || written == reg);
            is_writer
        });
        let variable = |reg: Reg| {
            let pc = Pc(frame.pc);
            let mut variables = function.variables.iter();
            let found = variables.find(|variable| {
                variable.place == VariablePlace::Register(reg) && variable.start <= pc && pc < variable.end
            });
            found.map(|variable| self.context.program.atom(variable.name).to_owned())
        };
        let Some(writer) = writer else { return variable(reg) };
        let pc = Pc(u32::try_from(writer).ok()?);
        if let Some(name) = function.access_name(pc) {
            return Some(self.context.program.atom(name).to_owned());
        }
        match function.ops[writer] {
            Op::Move { source, .. } => variable(source),
            Op::LoadGlobal { global, .. } => Some(global.name().to_owned()),
            Op::GetProperty { object, name, .. } => {
                let object = variable(object).unwrap_or_else(|| "(intermediate value)".to_owned());
                Some(format!("{object}.{}", self.context.program.atom(name)))
            }
            _ => variable(reg),
        }
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

fn is_class(host: Host) -> bool {
    matches!(host, Host::Semaphore | Host::Mutex | Host::Channel | Host::AtomicInt)
}

fn is_constructor(pure: Pure) -> bool {
    matches!(
        pure,
        Pure::Object
            | Pure::Array
            | Pure::Error
            | Pure::TypeError
            | Pure::RangeError
            | Pure::ReferenceError
            | Pure::SyntaxError
            | Pure::AggregateError
            | Pure::Map
            | Pure::Set
    )
}
