//! `new`, `super(...)` and `instanceof`.
//!
//! Owns what may be constructed, what a new object inherits from and who inherits from what. Ordinary calls are next
//! door, classes are made elsewhere.

use bytecode::{FunctionKind, Reg};

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::object::Prototype;
use crate::pending::{Construction, Pending, PendingStep, PureCall};
use crate::{ErrorKind, HostClass, Native, Object, ObjectKind, PropertyKey, Pure, Value, WellKnownSymbol};

use super::call::Invocation;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    /// `new base(...)`.
    pub(crate) fn construct(&mut self, dest: Reg, base: Reg, args: Vec<Value>) -> Outcome<Flow> {
        let callee = self.register(base);
        let call = Construction {
            callee,
            args,
            new_target: callee,
        };
        self.construct_with(call, dest, FrameExit::Value)
    }

    /// `super(...)`: constructs what the active function inherits from.
    pub(crate) fn super_call(&mut self, dest: Reg, base: Reg, args: Vec<Value>) -> Outcome<Flow> {
        let active = self.register(base);
        let callee = self.prototype_of(active);
        let new_target = self
            .fiber
            .frames
            .last()
            .map_or(Value::Undefined, |frame| frame.exit.new_target());
        // An arrow function in a constructor passes the constructor's on.
        let new_target = match new_target {
            Value::Undefined => self.register(Reg(base.0 + 1)),
            new_target => new_target,
        };
        if !self.is_constructor(callee) {
            // V8 says so whatever the class extends.
            let shown = "null";
            let class = crate::function_name(self.context.heap, self.context.program, active);
            let class = if class.is_empty() {
                "anonymous class".to_owned()
            } else {
                class
            };
            let message = format!("Super constructor {shown} of {class} is not a constructor");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let call = Construction {
            callee,
            args,
            new_target,
        };
        self.construct_with(call, dest, FrameExit::Value)
    }

    /// The arguments of a call in a row of registers.
    pub(crate) fn row(&self, base: Reg, count: u16) -> Vec<Value> {
        (0..count).map(|at| self.register(Reg(base.0 + 2 + at))).collect()
    }

    /// The arguments of a call in an array.
    pub(crate) fn spread_row(&self, base: Reg) -> Vec<Value> {
        let args = self.context.heap.as_array(self.register(Reg(base.0 + 2)));
        args.into_iter().flatten().map(|&item| super::present(item)).collect()
    }

    /// Construct (ECMA-262 section 7.3.15).
    pub(crate) fn construct_with(&mut self, call: Construction, dest: Reg, exit: FrameExit) -> Outcome<Flow> {
        let call = self.unbind_construction(call);
        if !self.is_constructor(call.callee) {
            return Err(self.not_callable(call.callee, "a constructor"));
        }
        if self.closure_kind(call.callee) == Some(FunctionKind::DerivedConstructor) {
            return self.construct_derived(&call, dest, exit);
        }
        if call.new_target == call.callee && matches!(call.callee, Value::Native(_)) {
            return self.construct_with_prototype(call, Value::Undefined, dest, exit);
        }
        if call.new_target == call.callee {
            let prototype = self.make_prototype(call.callee);
            return self.construct_with_prototype(call, prototype, dest, exit);
        }
        let new_target = call.new_target;
        let step = PendingStep::NewPrototype { call: Box::new(call) };
        let key = PropertyKey::Name(self.context.heap.well_known().prototype);
        self.read_then(new_target, key, dest, Pending { step, outer: exit })
    }

    /// Follows what `bind` made to the constructor behind it.
    fn unbind_construction(&self, mut call: Construction) -> Construction {
        while let Some(reference) = call.callee.object() {
            let ObjectKind::BoundFunction { target, args, .. } = &self.context.heap.object(reference).kind else {
                break;
            };
            call.args.splice(0..0, args.iter().copied());
            if call.new_target == call.callee {
                call.new_target = *target;
            }
            call.callee = *target;
        }
        call
    }

    fn construct_derived(&mut self, call: &Construction, dest: Reg, exit: FrameExit) -> Outcome<Flow> {
        self.check_stack()?;
        let new_target = call.new_target;
        let exit = match exit {
            FrameExit::Value => FrameExit::Derived { new_target },
            outer => FrameExit::Pending(Box::new(Pending {
                step: PendingStep::Inherit {
                    prototype: Value::Undefined,
                    new_target,
                },
                outer,
            })),
        };
        self.fiber.push_closure(
            self.context.heap,
            self.context.program,
            call.callee,
            Value::Uninitialized,
            &call.args,
            (dest, exit),
        );
        Ok(Flow::Stay)
    }

    /// The rest of [`Machine::construct_with`], once it is known what the new object inherits from; `undefined` is what
    /// the constructor says.
    pub(super) fn construct_with_prototype(
        &mut self,
        call: Construction,
        prototype: Value,
        dest: Reg,
        exit: FrameExit,
    ) -> Outcome<Flow> {
        if let Value::Native(native) = call.callee {
            return self.construct_native(native, call, prototype, dest, exit);
        }
        self.check_stack()?;
        let object = self.context.heap.alloc_object(Object {
            prototype: Prototype::of(prototype)
                .filter(|_| prototype.is_object())
                .unwrap_or_default(),
            ..Object::new(ObjectKind::Plain)
        });
        let new_target = call.new_target;
        let exit = match exit {
            FrameExit::Value => FrameExit::Construct { object, new_target },
            outer => FrameExit::Pending(Box::new(Pending {
                step: PendingStep::Constructed { object, new_target },
                outer,
            })),
        };
        self.fiber.push_closure(
            self.context.heap,
            self.context.program,
            call.callee,
            Value::Object(object),
            &call.args,
            (dest, exit),
        );
        Ok(Flow::Stay)
    }

    fn construct_native(
        &mut self,
        native: Native,
        call: Construction,
        prototype: Value,
        dest: Reg,
        exit: FrameExit,
    ) -> Outcome<Flow> {
        let new_target = call.new_target;
        let exit = if prototype.is_object() || native == Native::Pure(Pure::Promise) {
            let step = PendingStep::Inherit { prototype, new_target };
            FrameExit::Pending(Box::new(Pending { step, outer: exit }))
        } else {
            exit
        };
        let invocation = Invocation {
            callee: call.callee,
            this: Value::Undefined,
            args: call.args,
            dest,
            is_awaited: false,
            exit,
        };
        match native {
            Native::Library(function) => self.invoke_library(function, invocation),
            Native::Pure(Pure::Symbol) => Err(self.error(ErrorKind::TypeError, "Symbol is not a constructor")),
            Native::Pure(pure) => {
                let call = PureCall {
                    native: pure,
                    this: Value::Undefined,
                    args: invocation.args,
                    new_target,
                };
                self.call_native(call, dest, invocation.exit)
            }
            Native::Host(host) => Ok(self.halt_for_host(host, invocation, true)),
            Native::Namespace(_) | Native::Prototype(_) => {
                Err(self.not_callable(Value::Native(native), "a constructor"))
            }
        }
    }

    /// Makes a new object inherit from what `new.target` says.
    pub(crate) fn set_prototype_of_new(&mut self, object: Value, prototype: Value) {
        if let (Some(reference), true) = (object.object(), prototype.is_object()) {
            self.link(reference, prototype);
        }
    }

    /// The kind of the program's function that a value is a closure of.
    pub(crate) fn closure_kind(&self, value: Value) -> Option<FunctionKind> {
        let id = self.context.heap.as_closure(value)?;
        Some(self.context.program.function(id).kind)
    }

    /// IsConstructor.
    pub(crate) fn is_constructor(&self, value: Value) -> bool {
        match value {
            Value::Native(native @ Native::Pure(_)) => crate::realm::prototype_owner(native).is_some(),
            Value::Native(Native::Host(host)) => HostClass::made_by(host).is_some(),
            Value::Native(Native::Namespace(_) | Native::Prototype(_) | Native::Library(_)) => false,
            Value::Object(reference) => match &self.context.heap.object(reference).kind {
                ObjectKind::Closure { function, .. } => {
                    let function = self.context.program.function(*function);
                    match function.kind {
                        FunctionKind::Function => !function.is_internal,
                        FunctionKind::ClassConstructor | FunctionKind::DerivedConstructor => true,
                        FunctionKind::Main
                        | FunctionKind::Arrow
                        | FunctionKind::Method
                        | FunctionKind::Async
                        | FunctionKind::AsyncArrow
                        | FunctionKind::Generator
                        | FunctionKind::AsyncGenerator => false,
                    }
                }
                ObjectKind::BoundFunction { target, .. } => self.is_constructor(*target),
                _ => false,
            },
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => false,
        }
    }

    // instanceof

    /// `value instanceof target` (ECMA-262 section 13.10.2).
    pub(crate) fn instance_of(&mut self, dest: Reg, outer: FrameExit, value: Value, target: Value) -> Outcome<Flow> {
        if !target.is_object() {
            let message = "Right-hand side of 'instanceof' is not an object";
            return Err(self.error(ErrorKind::TypeError, message));
        }
        let step = PendingStep::HasInstance { value, target };
        let key = PropertyKey::Symbol(WellKnownSymbol::HasInstance.reference());
        self.read_then(target, key, dest, Pending { step, outer })
    }

    pub(super) fn has_instance(
        &mut self,
        dest: Reg,
        outer: FrameExit,
        value: Value,
        target: Value,
        method: Value,
    ) -> Outcome<Flow> {
        if method.is_nullish() || method == Value::Native(Native::Pure(Pure::FunctionHasInstance)) {
            if !self.context.heap.is_callable(target) {
                let message = "Right-hand side of 'instanceof' is not callable";
                return Err(self.error(ErrorKind::TypeError, message));
            }
            return self.ordinary_has_instance(dest, outer, value, target);
        }
        if !self.context.heap.is_callable(method) {
            let shown = crate::short(self.context.heap, self.context.program, method);
            return Err(self.error(ErrorKind::TypeError, &format!("{shown} is not a function")));
        }
        let step = PendingStep::Truth;
        self.call_then(method, target, vec![value], dest, Pending { step, outer })
    }

    /// OrdinaryHasInstance.
    pub(crate) fn ordinary_has_instance(
        &mut self,
        dest: Reg,
        outer: FrameExit,
        value: Value,
        target: Value,
    ) -> Outcome<Flow> {
        if !self.context.heap.is_callable(target) {
            return self.complete(outer, dest, Value::Bool(false));
        }
        if let Some(reference) = target.object()
            && let ObjectKind::BoundFunction { target, .. } = self.context.heap.object(reference).kind
        {
            let step = PendingStep::HasInstance { value, target };
            let key = PropertyKey::Symbol(WellKnownSymbol::HasInstance.reference());
            return self.read_then(target, key, dest, Pending { step, outer });
        }
        if !value.is_object() {
            return self.complete(outer, dest, Value::Bool(false));
        }
        let step = PendingStep::InstancePrototype { value };
        let key = PropertyKey::Name(self.context.heap.well_known().prototype);
        self.read_then(target, key, dest, Pending { step, outer })
    }

    pub(super) fn inherits_from(
        &mut self,
        dest: Reg,
        outer: FrameExit,
        value: Value,
        prototype: Value,
    ) -> Outcome<Flow> {
        if !prototype.is_object() {
            let shown = crate::short(self.context.heap, self.context.program, prototype);
            let message = format!("Function has non-object prototype '{shown}' in instanceof check");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let mut at = self.prototype_of(value);
        while at != Value::Null && at != prototype {
            at = self.prototype_of(at);
        }
        self.complete(outer, dest, Value::Bool(at == prototype))
    }
}
