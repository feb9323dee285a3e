//! Classes: constructors and their prototypes, `super`, private names, and `this` in derived constructors.
//!
//! Owns the operations that the compiler makes of a class. Home objects, active functions and fields are variables and
//! functions of the compiler's making, of which nothing is known here.

use bytecode::{NamePrefix, Op, Reg};

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::object::{Flags, Object, PropertyDescriptor, Prototype};
use crate::pending::{Pending, PendingStep};
use crate::{ErrorKind, ObjectKind, PropertyKey, SymbolKind, Text, Value};

use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    /// The operations of classes.
    pub(crate) fn execute_class(&mut self, op: Op) -> Outcome<Flow> {
        match op {
            Op::NewClass { heritage, .. } => self.new_class(op, self.register(heritage)),
            Op::GetSuper { base, .. } | Op::SetSuper { base } => self.use_super(op, base),
            Op::SuperCall { dest, base, count } => self.super_call(dest, base, self.row(base, count)),
            Op::SuperCallSpread { dest, base } => self.super_call(dest, base, self.spread_row(base)),
            Op::CheckThis { value } => self.check_this(self.register(value)),
            Op::CheckNoThis { value } => self.check_no_this(self.register(value)),
            Op::DerivedReturn { dest, value, this } => {
                self.derived_return(dest, self.register(value), self.register(this))
            }
            Op::DefineMethod { object, key, value } => self.define_method(object, key, value),
            Op::DefineGetter {
                object,
                key,
                value,
                enumerable,
            } => {
                let value = self.register(value);
                self.define_accessor(object, key, (Some(value), None), enumerable)
            }
            Op::DefineSetter {
                object,
                key,
                value,
                enumerable,
            } => {
                let value = self.register(value);
                self.define_accessor(object, key, (None, Some(value)), enumerable)
            }
            Op::SetFunctionName { function, key, prefix } => self.set_function_name(function, key, prefix),
            Op::SetPrototype { object, prototype } => self.set_prototype(object, prototype),
            Op::NewPrivateName { dest, name, brand } => self.new_private_name(dest, name, brand),
            Op::GetPrivate { dest, object, key } => self.get_private(dest, object, key),
            Op::SetPrivate { object, key, value } => self.set_private(object, key, value),
            Op::DefinePrivate {
                object,
                key,
                value,
                kind,
            } => self.define_private(object, key, value, kind),
            Op::HasPrivate { dest, object, key } => self.has_private(dest, object, key),
            _ => {
                // Only `LoadNewTarget` is left of what `execute` hands on.
                let Op::LoadNewTarget { dest } = op else {
                    return Ok(Flow::Next);
                };
                let frame = self.fiber.frames.last();
                let target = frame.map_or(Value::Undefined, |frame| frame.exit.new_target());
                self.give(dest, target)
            }
        }
    }

    // Making a class (ECMA-262 section 15.7.14)

    /// The first operation of a class: finds out what it extends.
    pub(crate) fn new_class(&mut self, op: Op, heritage: Value) -> Outcome<Flow> {
        if heritage == Value::Uninitialized || heritage == Value::Null {
            return self.class_with_parent(op, heritage);
        }
        if !self.is_constructor(heritage) {
            let shown = self.class_label(heritage);
            let message = format!("Class extends value {shown} is not a constructor or null");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let step = PendingStep::Heritage { op };
        let outer = FrameExit::Discard;
        let key = PropertyKey::Name(self.context.heap.well_known().prototype);
        self.read_then(heritage, key, Reg(0), Pending { step, outer })
    }

    /// Links the constructor of a class with its prototype object; `parent` is what that inherits from, uninitialised if
    /// nothing is extended.
    pub(super) fn class_with_parent(&mut self, op: Op, parent: Value) -> Outcome<Flow> {
        let Op::NewClass {
            constructor,
            heritage,
            prototype,
        } = op
        else {
            return Ok(Flow::Next);
        };
        let (constructor, heritage) = (self.register(constructor), self.register(heritage));
        let inherited = match parent {
            Value::Uninitialized => Prototype::Default,
            parent => match Prototype::of(parent) {
                Some(parent) => parent,
                None => {
                    let shown = crate::short(self.context.heap, self.context.program, parent);
                    let message = format!("Class extends value does not have valid prototype property {shown}");
                    return Err(self.error(ErrorKind::TypeError, &message));
                }
            },
        };
        let Some(function) = constructor.object() else {
            return Ok(Flow::Next);
        };
        let known = *self.context.heap.well_known();
        if let Prototype::Object(parent) = inherited {
            self.mark_prototype(parent);
        }
        let mut object = Object {
            prototype: inherited,
            is_prototype: true,
            ..Object::new(ObjectKind::Plain)
        };
        object.properties.define(known.constructor, Flags::HIDDEN, constructor);
        let object = Value::Object(self.context.heap.alloc_object(object));
        let content = self.context.heap.object_mut(function);
        content.properties.define(known.prototype, Flags::NONE, object);
        if heritage.is_object() {
            content.prototype = Prototype::of(heritage).unwrap_or_default();
        }
        self.context.heap.write_barrier(function);
        self.set_register(prototype, object);
        Ok(Flow::Next)
    }

    // Elements

    /// Half of an accessor property, which joins another half that is there already.
    fn define_accessor(
        &mut self,
        object: Reg,
        key: Reg,
        (get, set): (Option<Value>, Option<Value>),
        enumerable: bool,
    ) -> Outcome<Flow> {
        let key = self.key_in(key)?;
        let object = self.register(object);
        let descriptor = PropertyDescriptor {
            get,
            set,
            enumerable: Some(enumerable),
            configurable: Some(true),
            ..PropertyDescriptor::default()
        };
        if self.define_own(object, key, &descriptor)? {
            return Ok(Flow::Next);
        }
        Err(self.not_definable(object, key))
    }

    /// The key that a register holds, which was made one before.
    fn key_in(&mut self, key: Reg) -> Outcome<PropertyKey> {
        let key = self.register(key);
        self.to_property_key(key)
    }

    pub(crate) fn define_method(&mut self, object: Reg, key: Reg, value: Reg) -> Outcome<Flow> {
        let key = self.key_in(key)?;
        let (object, value) = (self.register(object), self.register(value));
        if let Some(object) = object.object() {
            self.define_field(object, key, Flags::HIDDEN, value)?;
        }
        Ok(Flow::Next)
    }

    /// Gives a function the name of a property key.
    pub(crate) fn set_function_name(&mut self, function: Reg, key: Reg, prefix: NamePrefix) -> Outcome<Flow> {
        let function = self.register(function);
        let key = self.register(key);
        let name = match key {
            Value::Symbol(symbol) => {
                let symbol = self.context.heap.symbol(symbol);
                match (&symbol.description, symbol.kind) {
                    (None, _) => Text::new(""),
                    (Some(text), SymbolKind::Private) => text.clone(),
                    (Some(text), SymbolKind::Unique | SymbolKind::Registered | SymbolKind::WellKnown) => {
                        Text::new("[").concat(text).concat(&Text::new("]"))
                    }
                }
            }
            key => self.to_text(key)?,
        };
        let prefix = match prefix {
            NamePrefix::None => "",
            NamePrefix::Get => "get ",
            NamePrefix::Set => "set ",
        };
        let name = self.context.heap.alloc_text(Text::new(prefix).concat(&name));
        let key = PropertyKey::Name(self.context.heap.well_known().name);
        if let Some(function) = function.object() {
            self.define_field(function, key, Flags::CONFIGURABLE, name)?;
        }
        Ok(Flow::Next)
    }

    /// `{ __proto__: prototype }`.
    pub(crate) fn set_prototype(&mut self, object: Reg, prototype: Reg) -> Outcome<Flow> {
        let (object, prototype) = (self.register(object), self.register(prototype));
        if let (Some(reference), true) = (object.object(), Prototype::of(prototype).is_some()) {
            self.link(reference, prototype);
        }
        Ok(Flow::Next)
    }

    // super

    /// `super[key]` and `super[key] = value`: the object is found before the key is converted.
    pub(crate) fn use_super(&mut self, op: Op, base: Reg) -> Outcome<Flow> {
        let holder = self.prototype_of(self.register(base));
        self.access_super(op, holder, self.register(Reg(base.0 + 2)))
    }

    pub(super) fn access_super(&mut self, op: Op, holder: Value, key: Value) -> Outcome<Flow> {
        let key = match self.to_property_key(key) {
            Ok(key) => key,
            Err(crate::Raise::Primitive { value, hint, .. }) => {
                let pending = Pending {
                    step: PendingStep::SuperKey { op, holder },
                    outer: FrameExit::Discard,
                };
                return self.convert(value, hint, Reg(0), pending);
            }
            Err(raise) => return Err(raise),
        };
        match op {
            Op::GetSuper { dest, base } => self.get_from(dest, holder, key, self.register(Reg(base.0 + 1))),
            Op::SetSuper { .. } if holder == Value::Null => Err(self.nullish(holder, key, "set", "setting")),
            Op::SetSuper { base } => {
                let (this, value) = (self.register(Reg(base.0 + 1)), self.register(Reg(base.0 + 3)));
                self.set_from(holder, key, value, this)
            }
            _ => Ok(Flow::Next),
        }
    }

    /// A value as a property key; if its conversion is the program's, that is called and the operation begins again.
    pub(crate) fn key_or_convert(&mut self, op: Op, key: Value) -> Outcome<Result<PropertyKey, Flow>> {
        match self.to_property_key(key) {
            Ok(key) => Ok(Ok(key)),
            Err(crate::Raise::Primitive { value, hint, .. }) => {
                let pending = Pending {
                    step: PendingStep::Key { op },
                    outer: FrameExit::Discard,
                };
                Ok(Err(self.convert(value, hint, Reg(0), pending)?))
            }
            Err(raise) => Err(raise),
        }
    }

    // this in derived constructors

    pub(crate) fn check_this(&mut self, value: Value) -> Outcome<Flow> {
        if value == Value::Uninitialized {
            let message = "Must call super constructor in derived class before accessing 'this' or returning from derived \
                           constructor";
            return Err(self.error(ErrorKind::ReferenceError, message));
        }
        Ok(Flow::Next)
    }

    pub(crate) fn check_no_this(&mut self, value: Value) -> Outcome<Flow> {
        if value != Value::Uninitialized {
            return Err(self.error(ErrorKind::ReferenceError, "Super constructor may only be called once"));
        }
        Ok(Flow::Next)
    }

    pub(crate) fn derived_return(&mut self, dest: Reg, value: Value, this: Value) -> Outcome<Flow> {
        if value.is_object() {
            return self.give(dest, value);
        }
        if value != Value::Undefined {
            let message = "Derived constructors may only return object or undefined";
            return Err(self.error(ErrorKind::TypeError, message));
        }
        self.check_this(this)?;
        self.give(dest, this)
    }
}
