//! Calls of pure natives.
//!
//! Owns those that are calls themselves (`call`, `apply`, `Reflect.construct`, `next` of a generator), beginning again
//! after a conversion of the program's, and handing over to the library what a native cannot do alone. What natives do is
//! told with them.

use bytecode::{FunctionId, Reg};

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::native::Effect;
use crate::pending::{Construction, Pending, PendingStep, PureCall};
use crate::{ErrorKind, Host, Native, ObjectKind, Owner, Place, PropertyKey, Pure, Raise, Then, Value, then_of};

use super::call::Invocation;
use super::generator::Resumption;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    pub(super) fn invoke_pure(&mut self, pure: Pure, invocation: Invocation) -> Outcome<Flow> {
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
                false => {
                    let kind = super::convert::type_of(self.context.heap, callee);
                    let article = if kind == "object" || kind == "undefined" {
                        "an"
                    } else {
                        "a"
                    };
                    format!(
                        "Function.prototype.apply was called on {shown}, which is {article} {kind} and not a function"
                    )
                }
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
    pub(super) fn host_twin(&self, host: Host, this: Value, args: &[Value]) -> Option<FunctionId> {
        let given = args.first().copied().unwrap_or(Value::Undefined);
        let is_promise = |value: Value| self.context.heap.as_promise(value).is_some();
        let is_plain = |value: Value| match is_promise(value) {
            true => self.is_as_made(value, Owner::Promise),
            false => then_of(self.context.heap, self.context.program, value) != Then::Unknown,
        };
        let promise = Native::Pure(Pure::Promise);
        let is_usual = this == Value::Native(promise) && self.context.heap.overlay(promise).is_none();
        let is_simple = match host {
            Host::PromiseAll | Host::PromiseAllSettled | Host::PromiseRace | Host::PromiseAny => {
                is_usual && self.plain_items(given).is_some_and(|mut items| items.all(is_plain))
            }
            Host::PromiseResolve | Host::PromiseReject => is_usual && is_plain(given),
            Host::PromiseThen | Host::PromiseCatch => {
                is_promise(this) && is_plain(this) && self.context.heap.overlay(promise).is_none()
            }
            Host::ConsoleLog | Host::ConsoleInfo | Host::ConsoleDebug | Host::ConsoleWarn | Host::ConsoleError => {
                !self.shows_own_texts(args)
            }
            _ => true,
        };
        if is_simple {
            return None;
        }
        self.context.heap.library().fallback(Native::Host(host))
    }

    /// What iterating over an array or set gives, if that runs nothing of the program's.
    fn plain_items(&self, value: Value) -> Option<Box<dyn Iterator<Item = Value> + '_>> {
        let heap = &self.context.heap;
        let (owner, iterator) = match heap.as_array(value) {
            Some(_) => (Owner::Array, Owner::ArrayIterator),
            None => (Owner::Set, Owner::SetIterator),
        };
        let is_usual = self.is_as_made(value, owner) && heap.overlay(Native::Prototype(iterator)).is_none();
        match &heap.object(value.object().filter(|_| is_usual)?).kind {
            ObjectKind::Array(items) => Some(Box::new(items.iter().copied())),
            ObjectKind::Set(entries) => Some(Box::new(entries.iter().map(|(key, _)| key))),
            _ => None,
        }
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
}

/// The first argument that is a value, else the receiver.
fn place_of(call: &PureCall, value: Value) -> Option<Place> {
    let index = call.args.iter().position(|&argument| argument == value);
    match index {
        Some(index) => u16::try_from(index).ok().map(Place::Arg),
        None => (call.this == value).then_some(Place::This),
    }
}
