//! Private names and what objects have under them (ECMA-262 section 7.3.28).
//!
//! Owns reading, writing and defining private elements, and the errors of those who have not got them. Which class a
//! name belongs to is the compiler's.

use bytecode::{Atom, PrivateKind, Reg};

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::object::{Flags, Object};
use crate::{ErrorKind, NameKey, ObjectKind, ObjectRef, PropertyKey, Text, Value};

use super::call::Invocation;
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    /// The name of a private element of a class that is being made.
    pub(crate) fn new_private_name(&mut self, dest: Reg, name: Atom, brand: Atom) -> Outcome<Flow> {
        let text = Text::new(self.context.program.atom(name));
        let brand = Some(self.context.program.atom(brand)).filter(|brand| !brand.is_empty());
        let symbol = self.context.heap.alloc_private_name(text, brand.map(Text::new));
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
            if let Some(raise) = self.wrong_brand(object, name) {
                return Err(raise);
            }
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
            if let Some(raise) = self.wrong_brand(object, name) {
                return Err(raise);
            }
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
        let message = match self.brand_class(name) {
            Some((_, class)) => format!("Cannot initialize private methods of class {class} twice on the same object"),
            None => format!("Cannot initialize {} twice on the same object", self.private_text(name)),
        };
        self.error(ErrorKind::TypeError, &message)
    }

    /// What has a private method or accessor, and the name of its class.
    fn brand_class(&self, name: ObjectRef) -> Option<(String, String)> {
        let brand = self.context.heap.symbol(name).brand.as_ref()?.to_display();
        let class = brand.rsplit(' ').next().unwrap_or_default().to_owned();
        Some((brand, class))
    }

    /// The error of using a private method or accessor of an object that has not got it.
    fn wrong_brand(&mut self, object: Value, name: ObjectRef) -> Option<crate::Raise> {
        let (brand, class) = self.brand_class(name)?;
        let message = if object.is_nullish() && brand.starts_with("an instance") {
            let shown = if object == Value::Null { "null" } else { "undefined" };
            format!("Cannot read properties of {shown} (reading '{class}')")
        } else {
            format!("Receiver must be {brand}")
        };
        Some(self.error(ErrorKind::TypeError, &message))
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
