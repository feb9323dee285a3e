//! Properties: reading, writing and removing them.
//!
//! Owns what the operations do: whom they call, what they refuse with which words, and what is recorded on the way.
//! Finding properties and defining them is next door.

use bytecode::Reg;

use crate::error::Outcome;
use crate::fiber::FrameExit;
use crate::object::{Flags, Integrity};
use crate::{
    ErrorKind, NameKey, Namespace, Native, Object, ObjectKind, ObjectRef, Owner, PropertyKey, Prototype, Raise, Value,
    WellKnownSymbol,
};

use super::call::Invocation;
use super::lookup::{Held, Lookup};
use super::machine::{Flow, Machine};

/// What assigning to a property comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Put {
    /// It is done.
    Done,
    /// This function is to be called with the value.
    Setter(Value),
    /// It is not allowed.
    Refused(Refusal),
}

/// Why a property is not written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Refusal {
    /// It cannot be changed.
    ReadOnly,
    /// It has a getter only.
    NoSetter,
    /// There is none, and none may be added.
    NotExtensible,
    /// The receiver is no object.
    NotObject,
}

impl Machine<'_, '_> {
    // Reading

    /// `dest = receiver[key]`.
    pub(crate) fn get(&mut self, dest: Reg, receiver: Value, key: PropertyKey) -> Outcome<Flow> {
        // Elements of private arrays are what loops are made of.
        if let Value::Object(reference) = receiver
            && let ObjectKind::Array(items) = &self.context.heap.object(reference).kind
            && let PropertyKey::Index(index) = key
            && let Some(&value) = items.get(index as usize)
            && value != Value::Uninitialized
        {
            self.note_read_of(reference, key, value);
            return self.give(dest, value);
        }
        self.get_from(dest, receiver, key, receiver)
    }

    /// `dest = start[key]`, where getters see another receiver: `super.key`.
    pub(crate) fn get_from(&mut self, dest: Reg, start: Value, key: PropertyKey, receiver: Value) -> Outcome<Flow> {
        if start.is_nullish() || start == Value::Uninitialized {
            return Err(self.nullish(start, key, "read", "reading"));
        }
        let Some(lookup) = self.lookup(start, key) else {
            if let Value::Object(reference) = start {
                self.note_read_of(reference, key, Value::Undefined);
            }
            return self.give(dest, Value::Undefined);
        };
        if let Held::Accessor { get, .. } = lookup.own.held {
            return self.call_getter(dest, get, receiver);
        }
        let value = self.realize(lookup.holder, lookup.own.held);
        self.note_lookup(start, key, lookup, value);
        self.give(dest, value)
    }

    /// Reports a read, unless it found a function that comes with what the receiver inherits from: see
    /// [`Machine::check_changeable`].
    pub(super) fn note_lookup(&mut self, start: Value, key: PropertyKey, lookup: Lookup, value: Value) {
        let Value::Object(holder) = lookup.holder else { return };
        if lookup.holder == start || !self.context.heap.is_callable(value) {
            self.note_read_of(holder, key, value);
        }
    }

    /// A property's value for a native; see [`Machine::get_plain`].
    pub(crate) fn get_value(&mut self, receiver: Value, key: PropertyKey) -> Outcome<Value> {
        self.get_plain(receiver, key)
    }

    fn call_getter(&mut self, dest: Reg, getter: Value, receiver: Value) -> Outcome<Flow> {
        if getter == Value::Undefined {
            return self.give(dest, Value::Undefined);
        }
        if let Value::Native(Native::Pure(pure)) = getter
            && !pure.needs_frame()
        {
            match self.call_pure(pure, receiver, &[], Value::Undefined) {
                Ok(value) => return self.give(dest, value),
                // It cannot do it alone, as happens in any other call.
                Err(Raise::Library | Raise::Primitive { .. }) => {}
                Err(raise) => return Err(raise),
            }
        }
        self.invoke(Invocation {
            callee: getter,
            this: receiver,
            args: Vec::new(),
            dest,
            is_awaited: false,
            exit: FrameExit::Value,
        })
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
        let ObjectKind::Closure { function: id, .. } = self.context.heap.object(reference).kind else {
            return Value::Undefined;
        };
        let kind = self.context.program.function(id).kind;
        let inherits = match kind {
            bytecode::FunctionKind::Generator => Prototype::Native(Native::Prototype(crate::Owner::Generator)),
            bytecode::FunctionKind::AsyncGenerator => {
                Prototype::Native(Native::Prototype(crate::Owner::AsyncGenerator))
            }
            _ => Prototype::Default,
        };
        let mut object = Object::new(ObjectKind::Plain);
        object.prototype = inherits;
        object.is_prototype = true;
        if !kind.is_generator() {
            object.properties.define(known.constructor, Flags::HIDDEN, function);
        }
        let value = Value::Object(self.context.heap.alloc_object(object));
        let object = self.context.heap.object_mut(reference);
        object.properties.define(known.prototype, Flags::WRITABLE, value);
        self.context.heap.share_if(reference, value);
        value
    }

    // Writing

    /// `receiver[key] = value`.
    pub(crate) fn set(&mut self, receiver: Value, key: PropertyKey, value: Value) -> Outcome<Flow> {
        if receiver.is_nullish() || receiver == Value::Uninitialized {
            return Err(self.nullish(receiver, key, "set", "setting"));
        }
        self.set_from(receiver, key, value, receiver)
    }

    /// `start[key] = value`, where setters see another receiver, which also gets what is new: `super.key = value`.
    pub(crate) fn set_from(&mut self, start: Value, key: PropertyKey, value: Value, receiver: Value) -> Outcome<Flow> {
        match self.put(start, key, value, receiver)? {
            Put::Done => Ok(Flow::Next),
            Put::Setter(callee) => self.invoke(Invocation {
                callee,
                this: receiver,
                args: vec![value],
                dest: Reg(0),
                is_awaited: false,
                exit: FrameExit::Discard,
            }),
            Put::Refused(refusal) => Err(self.refused(refusal, receiver, key)),
        }
    }

    /// An assignment by a native, to which a setter of the program's is the library's business.
    pub(crate) fn set_plain(&mut self, receiver: Value, key: PropertyKey, value: Value) -> Outcome<()> {
        match self.put(receiver, key, value, receiver)? {
            Put::Done => Ok(()),
            Put::Setter(_) => Err(Raise::Library),
            Put::Refused(refusal) => Err(self.refused(refusal, receiver, key)),
        }
    }

    /// OrdinarySet without the call of a setter.
    pub(crate) fn put(&mut self, start: Value, key: PropertyKey, value: Value, receiver: Value) -> Outcome<Put> {
        if let Some(lookup) = self.lookup(start, key) {
            match lookup.own.held {
                Held::Accessor {
                    set: Value::Undefined, ..
                } => return Ok(Put::Refused(Refusal::NoSetter)),
                Held::Accessor { set, .. } => return Ok(Put::Setter(set)),
                _ if !lookup.own.flags.is_writable() => return Ok(Put::Refused(Refusal::ReadOnly)),
                held if lookup.holder == receiver => {
                    let previous = match held {
                        Held::Value(value) => value,
                        _ => Value::Undefined,
                    };
                    return self.overwrite(receiver, key, value, previous);
                }
                _ => {}
            }
        }
        if !receiver.is_object() {
            return Ok(Put::Refused(Refusal::NotObject));
        }
        if start != receiver
            && let Some(own) = self.objects().own(receiver, key)
        {
            if matches!(own.held, Held::Accessor { .. }) || !own.flags.is_writable() {
                return Ok(Put::Refused(Refusal::ReadOnly));
            }
            return self.overwrite(receiver, key, value, Value::Undefined);
        }
        self.add_property(receiver, key, value)
    }

    /// Writes a property that is there.
    fn overwrite(&mut self, receiver: Value, key: PropertyKey, value: Value, previous: Value) -> Outcome<Put> {
        self.check_changeable(receiver, key, Some(value))?;
        let Some(reference) = self.context.heap.properties_of(receiver) else {
            // A built-in object that nobody has changed so far.
            self.materialize_native_value(receiver);
            return self.overwrite(receiver, key, value, previous);
        };
        let heap = &mut *self.context.heap;
        let known = *heap.well_known();
        let is_array = matches!(heap.object(reference).kind, ObjectKind::Array(_));
        if is_array && key == PropertyKey::Name(known.length) {
            let length = self.array_length(value)?;
            if !self.resize_array(reference, length) {
                return Ok(Put::Refused(Refusal::ReadOnly));
            }
        } else {
            self.replace(reference, key, value);
        }
        self.note_write_of(reference, key, value, previous);
        Ok(Put::Done)
    }

    /// Replaces the value of a data property, whose attributes stay.
    fn replace(&mut self, reference: ObjectRef, key: PropertyKey, value: Value) {
        let object = self.context.heap.object_mut(reference);
        let place = match (key, &mut object.kind) {
            (PropertyKey::Index(index), ObjectKind::Array(items)) => {
                let item = items.get_mut(index as usize);
                item.filter(|item| **item != Value::Uninitialized)
            }
            (PropertyKey::Index(_), _) => None,
            (PropertyKey::Name(name), _) => object.properties.writable_mut(name),
            (PropertyKey::Symbol(symbol), _) => object.properties.writable_mut(NameKey::of_symbol(symbol)),
        };
        if let Some(place) = place {
            *place = value;
            self.context.heap.share_if(reference, value);
            return;
        }
        let flags = match key {
            PropertyKey::Index(index) => object.properties.find_element(index).map(|(flags, _)| flags),
            PropertyKey::Name(_) | PropertyKey::Symbol(_) => None,
        };
        // What came with the kind of object is stored from now on, with the attributes that it has.
        let flags = flags.or_else(|| self.objects().own_of_object(reference, key).map(|own| own.flags));
        self.store(reference, key, flags.unwrap_or(Flags::ALL), value);
    }

    /// Adds a property that is not there.
    fn add_property(&mut self, receiver: Value, key: PropertyKey, value: Value) -> Outcome<Put> {
        if !self.is_extensible(receiver) {
            return Ok(Put::Refused(Refusal::NotExtensible));
        }
        self.check_changeable(receiver, key, Some(value))?;
        let Some(reference) = self.context.heap.properties_of(receiver) else {
            self.materialize_native_value(receiver);
            return self.add_property(receiver, key, value);
        };
        let object = self.context.heap.object(reference);
        if let (ObjectKind::Array(items), PropertyKey::Index(index)) = (&object.kind, key) {
            if object.has_fixed_length && index as usize >= items.len() {
                return Ok(Put::Refused(Refusal::NotExtensible));
            }
            self.context.heap.check_array_len(index as usize + 1)?;
        }
        if let ObjectKind::Host { .. } = object.kind
            && self.context.heap.is_shared(reference)
        {
            // The state of these objects is the world's.
            return Ok(Put::Refused(Refusal::NotExtensible));
        }
        self.store(reference, key, Flags::ALL, value);
        self.note_write_of(reference, key, value, Value::Undefined);
        Ok(Put::Done)
    }

    /// A field of a literal or of a class: CreateDataPropertyOrThrow on an object that nobody else has seen, or may have
    /// frozen meanwhile.
    pub(crate) fn define_field(
        &mut self,
        reference: ObjectRef,
        key: PropertyKey,
        flags: Flags,
        value: Value,
    ) -> Outcome<()> {
        let object = self.context.heap.object(reference);
        let is_simple = object.integrity == Integrity::Extensible && matches!(object.kind, ObjectKind::Plain);
        if !is_simple {
            let own = self.objects().own_of_object(reference, key);
            let is_extensible = self.context.heap.object(reference).integrity == Integrity::Extensible;
            if own.map_or(!is_extensible, |own| !own.flags.is_configurable()) {
                return Err(self.not_definable(Value::Object(reference), key));
            }
        }
        self.check_changeable(Value::Object(reference), key, Some(value))?;
        self.store(reference, key, flags, value);
        Ok(())
    }

    /// `dest = delete object[key]`.
    pub(crate) fn delete(&mut self, dest: Reg, object: Value, key: PropertyKey) -> Outcome<Flow> {
        let own = self.objects().own(object, key);
        if !self.delete_own(object, key)? {
            let name = self.key_name(key);
            let shown = match object {
                Value::Text(_) => "[object String]".to_owned(),
                object => self.class_label(object),
            };
            let message = format!("Cannot delete property '{name}' of {shown}");
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        if let (Some(own), Some(reference)) = (own, self.context.heap.properties_of(object)) {
            let previous = match own.held {
                Held::Value(value) => value,
                _ => Value::Undefined,
            };
            self.note_write_of(reference, key, Value::Undefined, previous);
        }
        self.give(dest, Value::Bool(true))
    }

    // Messages

    /// The error of an assignment that is not allowed.
    pub(crate) fn refused(&mut self, refusal: Refusal, receiver: Value, key: PropertyKey) -> Raise {
        let name = self.key_name(key);
        let message = match refusal {
            Refusal::ReadOnly => {
                let kind = super::convert::type_of(self.context.heap, receiver);
                let shown = self.class_label(receiver);
                format!("Cannot assign to read only property '{name}' of {kind} '{shown}'")
            }
            Refusal::NoSetter => {
                let shown = self.class_label(self.holder_of(receiver, key));
                format!("Cannot set property {name} of {shown} which has only a getter")
            }
            Refusal::NotExtensible => format!("Cannot add property {name}, object is not extensible"),
            Refusal::NotObject => {
                let kind = super::convert::type_of(self.context.heap, receiver);
                let shown = match self.context.heap.as_text(receiver) {
                    Some(text) => text.to_display(),
                    None => crate::short(self.context.heap, self.context.program, receiver),
                };
                format!("Cannot create property '{name}' on {kind} '{shown}'")
            }
        };
        self.error(ErrorKind::TypeError, &message)
    }

    /// The error of defining a property that is not allowed.
    pub(crate) fn not_definable(&mut self, object: Value, key: PropertyKey) -> Raise {
        let name = self.key_name(key);
        let message = if self.objects().own(object, key).is_some() {
            format!("Cannot redefine property: {name}")
        } else {
            format!("Cannot define property {name}, object is not extensible")
        };
        self.error(ErrorKind::TypeError, &message)
    }

    /// What messages call an object: `#<Object>`.
    pub(crate) fn class_label(&self, value: Value) -> String {
        match value {
            Value::Object(reference) => {
                let object = self.context.heap.object(reference);
                match &object.kind {
                    ObjectKind::Array(_) => "[object Array]".to_owned(),
                    ObjectKind::Date(_) => "[object Date]".to_owned(),
                    ObjectKind::RegExp(_) => "[object RegExp]".to_owned(),
                    ObjectKind::Error(_) => crate::short(self.context.heap, self.context.program, value),
                    _ if object.is_callable() => {
                        crate::inspect::function_text(self.context.heap, self.context.program, value)
                    }
                    _ => format!("#<{}>", self.class_name(value)),
                }
            }
            Value::Native(native) if native.is_callable() => {
                format!("function {}() {{ [native code] }}", native.name())
            }
            Value::Native(Native::Prototype(Owner::Array)) => "[object Array]".to_owned(),
            Value::Native(native @ (Native::Prototype(_) | Native::Namespace(Namespace::Performance))) => {
                let name = crate::realm::tag(native).unwrap_or(native.name());
                format!("#<{name}>")
            }
            Value::Native(_) => "#<Object>".to_owned(),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => match self.context.heap.as_text(value) {
                Some(text) => text.to_display(),
                None => crate::short(self.context.heap, self.context.program, value),
            },
        }
    }

    /// The name of the constructor of an object, or of the class whose prototype object it is.
    fn class_name(&self, object: Value) -> String {
        let (heap, program) = (&*self.context.heap, self.context.program);
        let key = PropertyKey::Name(heap.well_known().constructor);
        let own = match self.objects().own(object, key).map(|own| own.held) {
            Some(Held::Value(constructor)) => crate::function_name(heap, program, constructor),
            _ => String::new(),
        };
        match own.is_empty() {
            true => crate::inspect::constructor_name(heap, program, object),
            false => own,
        }
    }

    /// The object on whose chain a property is found that has it.
    fn holder_of(&self, object: Value, key: PropertyKey) -> Value {
        let mut at = object;
        while at != Value::Null && self.objects().own(at, key).is_none() {
            at = self.prototype_of(at);
        }
        if at == Value::Null { object } else { at }
    }

    // Keys

    /// The key of `object[key]`; what `object` must not be is checked first, as in V8.
    pub(crate) fn element_key(&mut self, object: Value, key: Value, verb: &str) -> Outcome<PropertyKey> {
        if object.is_nullish() {
            let shown = if object == Value::Null { "null" } else { "undefined" };
            // It is the object that is wrong, so the program's own conversion of the key does not run.
            let name = if key.is_object() {
                "#<Object>".to_owned()
            } else {
                let name = self.to_property_key(key)?;
                self.key_name(name)
            };
            let message = match verb {
                "read" if key == Value::Symbol(WellKnownSymbol::Iterator.reference()) => {
                    format!("{shown} is not iterable (cannot read property {name})")
                }
                "read" => format!("Cannot read properties of {shown} (reading '{name}')"),
                "set" => format!("Cannot set properties of {shown} (setting '{name}')"),
                _ => "Cannot convert undefined or null to object".to_owned(),
            };
            return Err(self.error(ErrorKind::TypeError, &message));
        }
        self.to_property_key(key)
    }

    pub(super) fn nullish(&mut self, receiver: Value, key: PropertyKey, verb: &str, participle: &str) -> Raise {
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
