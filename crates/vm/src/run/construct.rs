//! `new` and `instanceof`.
//!
//! Owns what may be constructed and what an instance inherits from. Ordinary calls are next door.

use bytecode::Reg;

use crate::error::Outcome;
use crate::fiber::{FrameExit, unbind};
use crate::object::Prototype;
use crate::pending::PureCall;
use crate::{ErrorKind, Namespace, Native, Object, ObjectKind, ObjectRef, Owner, PropertyKey, Pure, Value};

use super::call::{Invocation, is_class};
use super::lookup::{Found, has_prototype};
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    pub(crate) fn construct(&mut self, dest: Reg, base: Reg, count: u16) -> Outcome<Flow> {
        let args = (0..count).map(|at| self.register(Reg(base.0 + 2 + at))).collect();
        let (callee, _, args) = unbind(self.context.heap, self.register(base), Value::Undefined, args);
        let invocation = Invocation {
            callee,
            this: Value::Undefined,
            args,
            dest,
            is_awaited: false,
            exit: FrameExit::Value,
        };
        match callee {
            Value::Native(Native::Pure(Pure::Promise)) => self.construct_promise(invocation),
            Value::Native(Native::Pure(pure)) if is_constructor(pure) => {
                let call = PureCall {
                    native: pure,
                    this: Value::Undefined,
                    args: invocation.args,
                    new_target: callee,
                };
                self.call_native(call, dest, FrameExit::Value)
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
        let id = id.filter(|&id| has_prototype(self.context.program.function(id)));
        if id.is_none() {
            return Err(self.not_callable(invocation.callee, "a constructor"));
        }
        self.check_stack()?;
        let prototype = Prototype::of(self.make_prototype(invocation.callee)).unwrap_or_default();
        let object = self.context.heap.alloc_object(Object {
            prototype,
            ..Object::new(ObjectKind::Plain)
        });
        let new_target = invocation.callee;
        let exit = (invocation.dest, FrameExit::Construct { object, new_target });
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

    /// What instances of a function inherit from.
    fn prototype_for_instances(&mut self, constructor: Value) -> Outcome<ObjectRef> {
        let (function, _, _) = unbind(self.context.heap, constructor, Value::Undefined, Vec::new());
        let key = PropertyKey::Name(self.context.heap.well_known().prototype);
        let prototype = match self.lookup(function, key).found {
            Found::Prototype => self.make_prototype(function),
            Found::Value(value) => value,
            Found::Getter(_) | Found::Name | Found::Stack | Found::Unit(_) | Found::Empty | Found::Missing => {
                Value::Undefined
            }
        };
        prototype.object().ok_or_else(|| {
            let shown = crate::short(self.context.heap, self.context.program, prototype);
            let message = format!("Function has non-object prototype '{shown}' in instanceof check");
            self.error(ErrorKind::TypeError, &message)
        })
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
        let prototype = Some(self.prototype_for_instances(constructor)?);
        let mut at = self.context.heap.object(reference).prototype.object();
        while let Some(found) = at {
            if Some(found) == prototype {
                return Ok(Value::Bool(true));
            }
            at = self.context.heap.object(found).prototype.object();
        }
        Ok(Value::Bool(false))
    }
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
