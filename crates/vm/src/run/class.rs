//! Classes: constructors and their prototypes, `super`, private names, and `this` in derived constructors.
//!
//! Owns the operations that the compiler makes of a class. Home objects, active functions and fields are variables and
//! functions of the compiler's making, of which nothing is known here.

use bytecode::{Atom, NamePrefix, Op, PrivateKind, Reg};

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::object::{Flags, Object, PropertyDescriptor, Prototype};
use crate::pending::{Pending, PendingStep};
use crate::{ErrorKind, NameKey, ObjectKind, ObjectRef, PropertyKey, SymbolKind, Text, Value};

use super::call::Invocation;
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
            Op::NewPrivateName { dest, name } => self.new_private_name(dest, name),
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
            let shown = crate::short(self.context.heap, self.context.program, heritage);
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

    // Private names

    pub(crate) fn new_private_name(&mut self, dest: Reg, name: Atom) -> Outcome<Flow> {
        let text = Text::new(self.context.program.atom(name));
        let symbol = self.context.heap.alloc_symbol(Some(text), SymbolKind::Private);
        self.give(dest, Value::Symbol(symbol))
    }

    fn private_name(&self, key: Reg) -> ObjectRef {
        match self.register(key) {
            Value::Symbol(symbol) => symbol,
            other => panic!("{other:?} is no private name"),
        }
    }

    fn private_text(&self, name: ObjectRef) -> String {
        self.context.heap.symbol(name).descriptive()
    }

    /// The private element of a name: its attributes and its value.
    fn private_element(&self, object: Value, name: ObjectRef) -> Option<(ObjectRef, Flags, Value)> {
        let reference = object.object()?;
        let property = self
            .context
            .heap
            .object(reference)
            .properties
            .find(NameKey::of_symbol(name))?;
        Some((reference, property.flags, property.value))
    }

    /// The functions of an accessor.
    fn accessor_of(&self, value: Value) -> (Value, Value) {
        let kind = value
            .object()
            .map(|reference| &self.context.heap.object(reference).kind);
        match kind {
            Some(ObjectKind::Accessor { get, set }) => (*get, *set),
            Some(_) | None => (Value::Undefined, Value::Undefined),
        }
    }

    /// `object.#key`.
    pub(crate) fn get_private(&mut self, dest: Reg, object: Reg, key: Reg) -> Outcome<Flow> {
        let (object, name) = (self.register(object), self.private_name(key));
        let Some((reference, flags, value)) = self.private_element(object, name) else {
            let name = self.private_text(name);
            let message = if object.is_nullish() {
                let shown = if object == Value::Null { "null" } else { "undefined" };
                format!("Cannot read properties of {shown} (reading '{name}')")
            } else {
                format!("Cannot read private member {name} from an object whose class did not declare it")
            };
            return Err(self.error(ErrorKind::TypeError, &message));
        };
        if !flags.is_accessor() {
            self.note_read_of(reference, PropertyKey::Symbol(name), value);
            return self.give(dest, value);
        }
        let (getter, _) = self.accessor_of(value);
        if getter == Value::Undefined {
            let message = format!("'{}' was defined without a getter", self.private_text(name));
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        self.call_accessor(getter, object, Vec::new(), dest, FrameExit::Value)
    }

    /// `object.#key = value`.
    pub(crate) fn set_private(&mut self, object: Reg, key: Reg, value: Reg) -> Outcome<Flow> {
        let (object, name) = (self.register(object), self.private_name(key));
        let value = self.register(value);
        let Some((reference, flags, previous)) = self.private_element(object, name) else {
            let name = self.private_text(name);
            let message = if object.is_nullish() {
                let shown = if object == Value::Null { "null" } else { "undefined" };
                format!("Cannot set properties of {shown} (setting '{name}')")
            } else {
                format!("Cannot write private member {name} to an object whose class did not declare it")
            };
            return Err(self.error(ErrorKind::TypeError, &message));
        };
        if flags.is_accessor() {
            let (_, setter) = self.accessor_of(previous);
            if setter == Value::Undefined {
                let message = format!("'{}' was defined without a setter", self.private_text(name));
                return Err(self.error(ErrorKind::TypeError, &message));
            }
            return self.call_accessor(setter, object, vec![value], Reg(0), FrameExit::Discard);
        }
        if !flags.is_writable() {
            let message = format!("Private method '{}' is not writable", self.private_text(name));
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let content = self.context.heap.object_mut(reference);
        content.properties.set(NameKey::of_symbol(name), value);
        self.context.heap.share_if(reference, value);
        self.note_write_of(reference, PropertyKey::Symbol(name), value, previous);
        Ok(Flow::Next)
    }

    /// Calls a getter or setter.
    pub(crate) fn call_accessor(
        &mut self,
        function: Value,
        this: Value,
        args: Vec<Value>,
        dest: Reg,
        exit: FrameExit,
    ) -> Outcome<Flow> {
        self.invoke(Invocation {
            callee: function,
            this,
            args,
            dest,
            is_awaited: false,
            exit,
        })
    }

    /// Gives an object a private element.
    pub(crate) fn define_private(&mut self, object: Reg, key: Reg, value: Reg, kind: PrivateKind) -> Outcome<Flow> {
        let (object, name, value) = (self.register(object), self.private_name(key), self.register(value));
        let Some(reference) = object.object() else {
            let message = format!(
                "Cannot define {} on something that is no object",
                self.private_text(name)
            );
            return Err(self.error(ErrorKind::TypeError, &message));
        };
        let known = self.private_element(object, name);
        let (get, set) = match (kind, known) {
            (PrivateKind::Field | PrivateKind::Method, None) => (Value::Undefined, Value::Undefined),
            (PrivateKind::Getter, None) => (value, Value::Undefined),
            (PrivateKind::Setter, None) => (Value::Undefined, value),
            (PrivateKind::Getter, Some((_, flags, old))) if flags.is_accessor() => (value, self.accessor_of(old).1),
            (PrivateKind::Setter, Some((_, flags, old))) if flags.is_accessor() => (self.accessor_of(old).0, value),
            (PrivateKind::Field | PrivateKind::Method | PrivateKind::Getter | PrivateKind::Setter, Some(_)) => {
                return Err(self.initialized_twice(name));
            }
        };
        let (flags, value) = match kind {
            PrivateKind::Field => (Flags::WRITABLE, value),
            PrivateKind::Method => (Flags::NONE, value),
            PrivateKind::Getter | PrivateKind::Setter => {
                let is_taken = known.is_some_and(|(_, _, old)| {
                    let (getter, setter) = self.accessor_of(old);
                    let half = if kind == PrivateKind::Getter { getter } else { setter };
                    half != Value::Undefined
                });
                if is_taken {
                    return Err(self.initialized_twice(name));
                }
                let accessor = Object::new(ObjectKind::Accessor { get, set });
                let accessor = self.context.heap.alloc_object(accessor);
                (Flags::ACCESSOR, Value::Object(accessor))
            }
        };
        let content = self.context.heap.object_mut(reference);
        content
            .properties
            .define_private(NameKey::of_symbol(name), flags, value);
        self.context.heap.grow(32);
        self.context.heap.write_barrier(reference);
        self.note_write_of(reference, PropertyKey::Symbol(name), value, Value::Undefined);
        Ok(Flow::Next)
    }

    fn initialized_twice(&mut self, name: ObjectRef) -> crate::Raise {
        let message = format!("Cannot initialize {} twice on the same object", self.private_text(name));
        self.error(ErrorKind::TypeError, &message)
    }

    /// `#key in object`.
    pub(crate) fn has_private(&mut self, dest: Reg, object: Reg, key: Reg) -> Outcome<Flow> {
        let (object, name) = (self.register(object), self.private_name(key));
        if !object.is_object() {
            let shown = crate::short(self.context.heap, self.context.program, object);
            let name = self.private_text(name);
            let message = format!("Cannot use 'in' operator to search for '{name}' in {shown}");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let element = self.private_element(object, name);
        if let Some((reference, _, value)) = element {
            self.note_read_of(reference, PropertyKey::Symbol(name), value);
        }
        self.give(dest, Value::Bool(element.is_some()))
    }
}
