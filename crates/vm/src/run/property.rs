//! Properties: reading, writing and removing them.
//!
//! Owns what is checked and what is recorded on the way. Finding them is next door.

use bytecode::Reg;

use crate::error::Outcome;
use crate::fiber::{FiberState, FrameExit};
use crate::object::{Flags, Integrity};
use crate::{ErrorKind, Halt, HostCall, NameKey, Native, ObjectKind, ObjectRef, PropertyKey, Switch, Text, Value};

use super::lookup::{Found, own};
use super::machine::{Flow, Machine};

impl Machine<'_, '_> {
    // Reading

    /// `dest = receiver[key]`.
    pub(crate) fn get(&mut self, dest: Reg, receiver: Value, key: PropertyKey) -> Outcome<Flow> {
        if receiver.is_nullish() || receiver == Value::Uninitialized {
            return Err(self.nullish(receiver, key, "read", "reading"));
        }
        // Elements and lengths of private arrays are what loops are made of.
        if let Value::Object(reference) = receiver
            && let ObjectKind::Array(items) = &self.context.heap.object(reference).kind
            && let PropertyKey::Index(index) = key
            && let Some(&value) = items.get(index as usize)
            && value != Value::Uninitialized
        {
            self.note_read_of(reference, key, value);
            return self.give(dest, value);
        }
        let lookup = self.lookup(receiver, key);
        if let Found::Getter(native) = lookup.found {
            return self.call_getter(dest, native, receiver);
        }
        let value = self.realize(receiver, lookup.found)?;
        if let Some(holder) = lookup.holder {
            self.note_read_of(holder, key, value);
        }
        self.give(dest, value)
    }

    /// A property's value where no host can be asked: getters of the world give `undefined`.
    pub(crate) fn get_value(&mut self, receiver: Value, key: PropertyKey) -> Outcome<Value> {
        let lookup = self.lookup(receiver, key);
        match lookup.found {
            Found::Getter(Native::Pure(pure)) => self.call_pure(pure, receiver, &[], Value::Undefined),
            found => self.realize(receiver, found),
        }
    }

    fn call_getter(&mut self, dest: Reg, native: Native, receiver: Value) -> Outcome<Flow> {
        match native {
            Native::Pure(pure) => {
                let value = self.call_pure(pure, receiver, &[], Value::Undefined)?;
                self.give(dest, value)
            }
            Native::Host(host) => {
                self.fiber.state = FiberState::Suspended {
                    dest,
                    exit: FrameExit::Value,
                };
                Ok(Flow::Halt(Halt::HostCall(HostCall {
                    native: host,
                    this: receiver,
                    args: Vec::new(),
                    is_new: false,
                })))
            }
            Native::Namespace(_) => Ok(Flow::Next),
        }
    }

    fn realize(&mut self, receiver: Value, found: Found) -> Outcome<Value> {
        Ok(match found {
            Found::Value(value) => value,
            Found::Missing | Found::Getter(_) => Value::Undefined,
            Found::Empty => self.context.heap.alloc_str(""),
            Found::Unit(unit) => self.context.heap.alloc_text(Text::from_units(&[unit])),
            Found::Name => {
                let name = self.function_name(receiver);
                self.context.heap.alloc_str(&name)
            }
            Found::Stack => {
                let text = match receiver {
                    Value::Object(reference) => {
                        crate::inspect::stack_text(self.context.heap, self.context.program, reference)
                    }
                    _ => String::new(),
                };
                self.context.heap.alloc_str(&text)
            }
            Found::Prototype => self.make_prototype(receiver),
        })
    }

    fn function_name(&self, value: Value) -> String {
        match value {
            Value::Native(native) => native.name().to_owned(),
            Value::Object(reference) => match &self.context.heap.object(reference).kind {
                ObjectKind::Closure { function, .. } => {
                    let function = self.context.program.function(*function);
                    self.context.program.atom(function.name).to_owned()
                }
                ObjectKind::BoundFunction { target, .. } => format!("bound {}", self.function_name(*target)),
                ObjectKind::Error(error) => error.kind.name().to_owned(),
                ObjectKind::Plain
                | ObjectKind::Array(_)
                | ObjectKind::ResolveFunction { .. }
                | ObjectKind::Promise(_)
                | ObjectKind::Aggregate(_)
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
                | ObjectKind::WeakRef(_) => String::new(),
            },
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => String::new(),
        }
    }

    /// The object in a function's `prototype`, which most functions never need.
    pub(crate) fn make_prototype(&mut self, function: Value) -> Value {
        let Some(reference) = function.object() else {
            return Value::Undefined;
        };
        let known = *self.context.heap.well_known();
        if let Some(value) = self.context.heap.object(reference).properties.get(known.prototype) {
            return value;
        }
        let prototype = self.context.heap.alloc_plain();
        let object = self.context.heap.object_mut(prototype);
        object.properties.define(known.constructor, Flags::HIDDEN, function);
        let value = Value::Object(prototype);
        let object = self.context.heap.object_mut(reference);
        object.properties.define(known.prototype, Flags::WRITABLE, value);
        self.context.heap.share_if(reference, value);
        value
    }

    // Writing

    /// `receiver[key] = value`.
    pub(crate) fn set(&mut self, receiver: Value, key: PropertyKey, value: Value) -> Outcome<Flow> {
        let reference = match receiver {
            Value::Object(reference) => reference,
            Value::Undefined | Value::Null | Value::Uninitialized => {
                return Err(self.nullish(receiver, key, "set", "setting"));
            }
            Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Native(_) => {
                return Err(self.not_settable(receiver, key));
            }
        };
        self.check_settable(reference, key)?;
        self.check_replaceable(reference, key)?;
        let heap = &*self.context.heap;
        let previous = own(heap.object(reference), key, heap.well_known().length).unwrap_or(Value::Undefined);
        if let ObjectKind::Array(_) = heap.object(reference).kind {
            self.set_on_array(reference, key, value)?;
        } else {
            self.put_own(reference, key, value);
        }
        self.note_write_of(reference, key, value, previous);
        Ok(Flow::Next)
    }

    fn set_on_array(&mut self, reference: ObjectRef, key: PropertyKey, value: Value) -> Outcome<()> {
        match key {
            PropertyKey::Index(index) => {
                self.context.heap.check_array_len(index as usize + 1)?;
                self.put_own(reference, key, value);
                Ok(())
            }
            PropertyKey::Name(name) if name == self.context.heap.well_known().length => {
                let length = self.to_number(value)?;
                if length < 0.0 || length.trunc() != length || length > f64::from(u32::MAX) {
                    return Err(self.error(ErrorKind::RangeError, "Invalid array length"));
                }
                self.context.heap.check_array_len(length as usize)?;
                if let ObjectKind::Array(items) = &mut self.context.heap.object_mut(reference).kind {
                    items.resize(length as usize, Value::Uninitialized);
                }
                Ok(())
            }
            PropertyKey::Name(_) | PropertyKey::Symbol(_) => {
                self.put_own(reference, key, value);
                Ok(())
            }
        }
    }

    /// Writes an own property without asking.
    pub(crate) fn put_own(&mut self, reference: ObjectRef, key: PropertyKey, value: Value) {
        let heap = &mut *self.context.heap;
        let object = heap.object_mut(reference);
        let mut grown = 0;
        match (key, &mut object.kind) {
            (PropertyKey::Index(index), ObjectKind::Array(items)) => {
                let index = index as usize;
                if index >= items.len() {
                    grown = (index + 1 - items.len()) * 16;
                    items.resize(index + 1, Value::Uninitialized);
                }
                items[index] = value;
            }
            (PropertyKey::Index(index), _) => {
                if object.properties.set_element(index, value) {
                    grown = 32;
                }
            }
            (PropertyKey::Name(name), _) => {
                if object.properties.set(name, value) {
                    grown = 32;
                }
            }
            (PropertyKey::Symbol(symbol), _) => {
                if object.properties.set(NameKey::of_symbol(symbol), value) {
                    grown = 32;
                }
            }
        }
        heap.grow(grown);
        heap.share_if(reference, value);
    }

    pub(crate) fn check_settable(&mut self, reference: ObjectRef, key: PropertyKey) -> Outcome<()> {
        let heap = &*self.context.heap;
        let object = heap.object(reference);
        if object.integrity == Integrity::Extensible
            && !matches!(object.kind, ObjectKind::Host { .. } | ObjectKind::Promise(_))
        {
            return Ok(());
        }
        let exists = own(object, key, heap.well_known().length).is_some();
        let integrity = object.integrity;
        if integrity == Integrity::Frozen && exists {
            let name = self.key_name(key);
            let shown = self.class_label(reference);
            let message = format!("Cannot assign to read only property '{name}' of object '{shown}'");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        if integrity != Integrity::Extensible && !exists {
            let message = format!("Cannot add property {}, object is not extensible", self.key_name(key));
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        if let Found::Getter(_) = self.lookup_object(reference, key).found {
            let name = self.key_name(key);
            let shown = self.class_label(reference);
            let message = format!("Cannot set property {name} of {shown} which has only a getter");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        Ok(())
    }

    /// Where every access is a place to switch, looking a built-in method up is none, because it is always the same: so
    /// what several tasks can reach must keep the ones that its kind has.
    fn check_replaceable(&mut self, reference: ObjectRef, key: PropertyKey) -> Outcome<()> {
        let heap = &*self.context.heap;
        let object = heap.object(reference);
        let is_concerned = self.context.switch == Switch::Access
            && matches!(key, PropertyKey::Name(_))
            && !matches!(object.kind, ObjectKind::Plain)
            && heap.is_shared(reference);
        if !is_concerned || own(object, key, heap.well_known().length).is_some() {
            return Ok(());
        }
        if let Found::Value(_) = self.lookup_object(reference, key).found {
            let name = self.key_name(key);
            let message = format!(
                "Cannot replace the built-in '{name}' of something that several tasks can reach, in this model"
            );
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        Ok(())
    }

    fn class_label(&self, reference: ObjectRef) -> String {
        match &self.context.heap.object(reference).kind {
            ObjectKind::Array(_) => "[object Array]".to_owned(),
            ObjectKind::Host { class, .. } => format!("#<{}>", class.name()),
            ObjectKind::Promise(_) => "#<Promise>".to_owned(),
            ObjectKind::Map(_) => "#<Map>".to_owned(),
            ObjectKind::Set(_) => "#<Set>".to_owned(),
            ObjectKind::Plain
            | ObjectKind::Closure { .. }
            | ObjectKind::BoundFunction { .. }
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_)
            | ObjectKind::Iterator(_) => "#<Object>".to_owned(),
        }
    }

    fn not_settable(&mut self, receiver: Value, key: PropertyKey) -> crate::Raise {
        let name = self.key_name(key);
        let shown = match self.context.heap.as_text(receiver) {
            Some(text) => text.to_display(),
            None => crate::short(self.context.heap, self.context.program, receiver),
        };
        let message = if let Value::Native(native) = receiver {
            format!(
                "Cannot assign to read only property '{name}' of object '{}'",
                native.name()
            )
        } else {
            let kind = super::convert::type_of(self.context.heap, receiver);
            format!("Cannot create property '{name}' on {kind} '{shown}'")
        };
        self.error(ErrorKind::TypeError, &message)
    }

    /// `dest = delete object[key]`.
    pub(crate) fn delete(&mut self, dest: Reg, object: Value, key: PropertyKey) -> Outcome<Flow> {
        let Value::Object(reference) = object else {
            return self.give(dest, Value::Bool(true));
        };
        let heap = &*self.context.heap;
        let target = heap.object(reference);
        let previous = own(target, key, heap.well_known().length);
        let Some(previous) = previous else {
            return self.give(dest, Value::Bool(true));
        };
        if target.integrity >= Integrity::Sealed {
            let message = format!(
                "Cannot delete property '{}' of {}",
                self.key_name(key),
                self.class_label(reference)
            );
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        let target = self.context.heap.object_mut(reference);
        match (key, &mut target.kind) {
            (PropertyKey::Index(index), ObjectKind::Array(items)) => items[index as usize] = Value::Uninitialized,
            (PropertyKey::Index(index), _) => {
                target.properties.remove_element(index);
            }
            (PropertyKey::Name(name), _) => {
                target.properties.remove(name);
            }
            (PropertyKey::Symbol(symbol), _) => {
                target.properties.remove(NameKey::of_symbol(symbol));
            }
        }
        self.note_write_of(reference, key, Value::Undefined, previous);
        self.give(dest, Value::Bool(true))
    }

    // Keys and messages

    /// The key of `object[key]`; what `object` must not be is checked first, as in V8.
    pub(crate) fn element_key(&mut self, object: Value, key: Value, verb: &str) -> Outcome<PropertyKey> {
        if object.is_nullish() {
            let shown = if object == Value::Null { "null" } else { "undefined" };
            let name = self.to_text(key)?.to_display();
            let message = match verb {
                "read" => format!("Cannot read properties of {shown} (reading '{name}')"),
                "set" => format!("Cannot set properties of {shown} (setting '{name}')"),
                _ => "Cannot convert undefined or null to object".to_owned(),
            };
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        self.to_property_key(key)
    }

    pub(super) fn nullish(&mut self, receiver: Value, key: PropertyKey, verb: &str, participle: &str) -> crate::Raise {
        let shown = if receiver == Value::Null { "null" } else { "undefined" };
        let name = self.key_name(key);
        self.error(
            ErrorKind::TypeError,
            &format!("Cannot {verb} properties of {shown} ({participle} '{name}')"),
        )
    }

    pub(crate) fn key_name(&self, key: PropertyKey) -> String {
        self.context.heap.key_display(key)
    }
}
