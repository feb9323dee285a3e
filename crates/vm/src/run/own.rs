//! Own properties: the internal methods of objects (ECMA-262 section 10.1), without calling anything.
//!
//! Owns defining and removing properties, their order, prototypes and extensibility, for objects of the heap and for
//! built-in objects alike; a built-in object gets a place in the heap when it is first changed. What other tasks may
//! notice is asked before. Finding properties is next door.

use crate::error::Outcome;
use crate::object::{Integrity, OwnProperty, PropertyDescriptor};
use crate::{Flags, NameKey, Native, Object, ObjectKind, ObjectRef, PropertyKey, Text, Value};

use super::convert::same_value;
use super::lookup::{Found, Held, Own};
use super::machine::Machine;

/// How many bytes a property takes, roughly.
pub(super) const PROPERTY_BYTES: usize = 32;

impl Machine<'_, '_> {
    // Reading

    /// [[GetOwnProperty]].
    pub(crate) fn own_property(&mut self, object: Value, key: PropertyKey) -> Option<OwnProperty> {
        let own = self.objects().own(object, key)?;
        Some(match own.held {
            Held::Accessor { get, set } => OwnProperty::Accessor {
                get,
                set,
                flags: own.flags,
            },
            held => OwnProperty::Data {
                value: self.realize(object, held),
                flags: own.flags,
            },
        })
    }

    /// Makes the value of a property that is only described. `holder` is whose property it is.
    pub(crate) fn realize(&mut self, holder: Value, held: Held) -> Value {
        match held {
            Held::Value(value) => value,
            Held::Accessor { get, .. } => get,
            Held::Text(text) => self.context.heap.alloc_str(text),
            Held::Unit(unit) => self.context.heap.alloc_text(Text::from_units(&[unit])),
            Held::FunctionName => {
                let name = crate::function_name(self.context.heap, self.context.program, holder);
                self.context.heap.alloc_str(&name)
            }
            Held::Stack => {
                let text = holder.object().map_or_else(String::new, |error| {
                    crate::inspect::stack_text(self.context.heap, self.context.program, error)
                });
                self.context.heap.alloc_str(&text)
            }
            Held::Prototype => self.make_prototype(holder),
        }
    }

    /// What reading a property finds, without calling anything.
    pub(crate) fn find_property(&mut self, object: Value, key: PropertyKey) -> Found {
        match self.lookup(object, key) {
            None => Found::Missing,
            Some(lookup) => match lookup.own.held {
                Held::Accessor { get, .. } => Found::Getter(get),
                held => Found::Data(self.realize(lookup.holder, held)),
            },
        }
    }

    /// A property's value for a native. If the program's own code would have to run for it, the library's function of
    /// the native's name has to do the work.
    pub(crate) fn get_plain(&mut self, object: Value, key: PropertyKey) -> Outcome<Value> {
        match self.find_property(object, key) {
            Found::Data(value) => Ok(value),
            Found::Missing | Found::Getter(Value::Undefined) => Ok(Value::Undefined),
            Found::Getter(Value::Native(Native::Pure(pure))) if !pure.needs_frame() => {
                self.call_pure(pure, object, &[], Value::Undefined)
            }
            Found::Getter(_) => Err(crate::Raise::Library),
        }
    }

    /// [[OwnPropertyKeys]]: indices in ascending order, names in order of creation, then symbols; no private names.
    pub(crate) fn own_keys(&mut self, value: Value) -> Vec<PropertyKey> {
        let reference = match value {
            Value::Object(reference) => reference,
            Value::Native(native) => match self.context.heap.overlay(native) {
                Some(overlay) => overlay,
                None => return self.static_keys(native),
            },
            Value::Text(text) => {
                return self.objects().keys_of_text(text).collect();
            }
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => return Vec::new(),
        };
        self.objects().keys_of_object(reference)
    }

    /// The names of the own enumerable properties, symbols left out.
    pub(crate) fn enumerable_keys(&mut self, value: Value) -> Vec<PropertyKey> {
        let mut keys = self.own_keys(value);
        keys.retain(|&key| !matches!(key, PropertyKey::Symbol(_)) && self.is_enumerable(value, key));
        keys
    }

    /// Whether an own property is shown by loops and printing.
    pub(crate) fn is_enumerable(&self, value: Value, key: PropertyKey) -> bool {
        let own = self.objects().own(value, key);
        own.is_some_and(|own| own.flags.is_enumerable())
    }

    // Writing

    /// Stores an own property as it is told, without asking.
    pub(crate) fn store(&mut self, reference: ObjectRef, key: PropertyKey, flags: Flags, value: Value) {
        let heap = &mut *self.context.heap;
        let object = heap.object_mut(reference);
        let mut grown = 0;
        match (key, &mut object.kind) {
            (PropertyKey::Index(index), ObjectKind::Array(items)) => {
                let at = index as usize;
                if at >= items.len() {
                    grown = (at + 1 - items.len()) * 16;
                    items.resize(at + 1, Value::Uninitialized);
                }
                if flags == Flags::ALL {
                    items[at] = value;
                    object.properties.remove_element(index);
                } else {
                    items[at] = Value::Uninitialized;
                    object.properties.define_element(index, flags, value);
                }
            }
            (PropertyKey::Index(index), _) => {
                if object.properties.define_element(index, flags, value) {
                    grown = PROPERTY_BYTES;
                }
            }
            (PropertyKey::Name(name), _) => {
                if object.properties.define(name, flags, value) {
                    grown = PROPERTY_BYTES;
                }
            }
            (PropertyKey::Symbol(symbol), _) => {
                if object.properties.define(NameKey::of_symbol(symbol), flags, value) {
                    grown = PROPERTY_BYTES;
                }
            }
        }
        heap.grow(grown);
        heap.share_if(reference, value);
    }

    /// Makes an own data property with all attributes, without asking.
    pub(crate) fn put_own(&mut self, reference: ObjectRef, key: PropertyKey, value: Value) {
        self.store(reference, key, Flags::ALL, value);
    }

    /// CreateDataProperty.
    pub(crate) fn create_data_property(&mut self, object: Value, key: PropertyKey, value: Value) -> Outcome<bool> {
        self.define_own(object, key, &PropertyDescriptor::data(value, Flags::ALL))
    }

    /// [[DefineOwnProperty]].
    pub(crate) fn define_own(
        &mut self,
        object: Value,
        key: PropertyKey,
        descriptor: &PropertyDescriptor,
    ) -> Outcome<bool> {
        self.check_changeable(object, key, descriptor.value)?;
        let Some(reference) = self.holder(object) else {
            return Ok(false);
        };
        let target = self.context.heap.object(reference);
        if let ObjectKind::Array(items) = &target.kind {
            let length = PropertyKey::Name(self.context.heap.well_known().length);
            if key == length {
                return self.define_array_length(reference, descriptor);
            }
            if let PropertyKey::Index(index) = key {
                let is_beyond = index as usize >= items.len();
                if is_beyond && (target.has_fixed_length || target.integrity == Integrity::Frozen) {
                    return Ok(false);
                }
                self.context.heap.check_array_len(index as usize + 1)?;
            }
        }
        let current = self.objects().own_of_object(reference, key);
        Ok(self.validate_and_apply(reference, key, descriptor, current))
    }

    /// ValidateAndApplyPropertyDescriptor.
    fn validate_and_apply(
        &mut self,
        reference: ObjectRef,
        key: PropertyKey,
        descriptor: &PropertyDescriptor,
        current: Option<Own>,
    ) -> bool {
        let holder = Value::Object(reference);
        let Some(current) = current else {
            if self.context.heap.object(reference).integrity != Integrity::Extensible {
                return false;
            }
            self.apply(reference, key, descriptor, descriptor.flags());
            return true;
        };
        let value = match current.held {
            Held::Accessor { .. } => Value::Undefined,
            held => self.realize(holder, held),
        };
        if !self.is_compatible(descriptor, current, value) {
            return false;
        }
        let mut flags = descriptor.flags_over(current.flags);
        let mut whole = *descriptor;
        match current.held {
            Held::Accessor { get, set } if !descriptor.is_data() => {
                whole.get = Some(descriptor.get.unwrap_or(get));
                whole.set = Some(descriptor.set.unwrap_or(set));
            }
            // From an accessor to data: not writable unless it is told to be.
            Held::Accessor { .. } => flags = flags.without(Flags::WRITABLE.when(descriptor.writable != Some(true))),
            _ if descriptor.is_accessor() => {}
            _ => {
                let same = descriptor
                    .value
                    .is_none_or(|new| same_value(self.context.heap, new, value));
                if same && flags == current.flags {
                    return true;
                }
                whole.value = Some(descriptor.value.unwrap_or(value));
            }
        }
        self.apply(reference, key, &whole, flags);
        true
    }

    /// Whether an existing property allows the change.
    fn is_compatible(&self, descriptor: &PropertyDescriptor, current: Own, value: Value) -> bool {
        let flags = current.flags;
        if flags.is_configurable() {
            return true;
        }
        let heap = &*self.context.heap;
        let keeps = |wanted: Option<Value>, old: Value| wanted.is_none_or(|new| same_value(heap, new, old));
        if descriptor.configurable == Some(true)
            || descriptor
                .enumerable
                .is_some_and(|wanted| wanted != flags.is_enumerable())
        {
            return false;
        }
        match current.held {
            Held::Accessor { get, set } => {
                !descriptor.is_data() && keeps(descriptor.get, get) && keeps(descriptor.set, set)
            }
            _ if descriptor.is_accessor() => false,
            _ if flags.is_writable() => true,
            _ => descriptor.writable != Some(true) && keeps(descriptor.value, value),
        }
    }

    fn apply(&mut self, reference: ObjectRef, key: PropertyKey, descriptor: &PropertyDescriptor, flags: Flags) {
        if descriptor.is_accessor() {
            let get = descriptor.get.unwrap_or(Value::Undefined);
            let set = descriptor.set.unwrap_or(Value::Undefined);
            let accessor = self.accessor(get, set);
            let flags = flags.without(Flags::WRITABLE).with(Flags::ACCESSOR);
            self.store(reference, key, flags, accessor);
        } else {
            let value = descriptor.value.unwrap_or(Value::Undefined);
            self.store(reference, key, flags.without(Flags::ACCESSOR), value);
        }
    }

    /// ArraySetLength, with a length that is a number already or converts without the program's code.
    fn define_array_length(&mut self, array: ObjectRef, descriptor: &PropertyDescriptor) -> Outcome<bool> {
        let wanted = match descriptor.value {
            // It is converted twice, by code of the program.
            Some(value) if value.is_object() => return Err(crate::Raise::Library),
            Some(value) => Some(self.array_length(value)?),
            None => None,
        };
        let object = self.context.heap.object(array);
        let is_fixed = object.has_fixed_length || object.integrity == Integrity::Frozen;
        let ObjectKind::Array(items) = &object.kind else {
            return Ok(false);
        };
        let length = items.len();
        if descriptor.is_accessor()
            || descriptor.configurable == Some(true)
            || descriptor.enumerable == Some(true)
            || (is_fixed && descriptor.writable == Some(true))
            || (is_fixed && wanted.is_some_and(|wanted| wanted != length))
        {
            return Ok(false);
        }
        let is_done = wanted.is_none_or(|wanted| self.resize_array(array, wanted));
        if descriptor.writable == Some(false) {
            self.context.heap.object_mut(array).has_fixed_length = true;
        }
        Ok(is_done)
    }

    /// The length that a value is, for an array.
    pub(crate) fn array_length(&mut self, value: Value) -> Outcome<usize> {
        let length = self.to_number(value)?;
        if length < 0.0 || length.trunc() != length || length > f64::from(u32::MAX) {
            return Err(self.error(crate::ErrorKind::RangeError, "Invalid array length"));
        }
        self.context.heap.check_array_len(length as usize)?;
        Ok(length as usize)
    }

    /// Changes the length of an array; false if an element on the way cannot be removed, at which it stops.
    pub(crate) fn resize_array(&mut self, array: ObjectRef, wanted: usize) -> bool {
        let object = self.context.heap.object(array);
        let is_sealed = object.integrity >= Integrity::Sealed;
        let ObjectKind::Array(items) = &object.kind else {
            return false;
        };
        let before = items.len();
        let mut length = wanted;
        let stays = |flags: Flags| is_sealed || !flags.is_configurable();
        let kept = object.properties.elements().rev().find(|&(_, flags, _)| stays(flags));
        if let Some((index, ..)) = kept {
            length = length.max(index as usize + 1);
        }
        if is_sealed && let Some(last) = items.iter().rposition(|&item| item != Value::Uninitialized) {
            length = length.max(last + 1);
        }
        self.context.heap.grow(length.saturating_sub(before) * 16);
        let object = self.context.heap.object_mut(array);
        let beyond = object.properties.elements().map(|(index, ..)| index);
        let beyond: Vec<u32> = beyond.filter(|&index| index as usize >= length).collect();
        for index in beyond {
            object.properties.remove_element(index);
        }
        if let ObjectKind::Array(items) = &mut object.kind {
            items.resize(length, Value::Uninitialized);
        }
        length == wanted
    }

    /// [[Delete]].
    pub(crate) fn delete_own(&mut self, object: Value, key: PropertyKey) -> Outcome<bool> {
        let Some(own) = self.objects().own(object, key) else {
            return Ok(true);
        };
        if !own.flags.is_configurable() {
            return Ok(false);
        }
        self.check_changeable(object, key, None)?;
        let Some(reference) = self.holder(object) else {
            return Ok(false);
        };
        let is_stored = |object: &Object| match key {
            PropertyKey::Index(_) => true,
            PropertyKey::Name(name) => object.properties.find(name).is_some(),
            PropertyKey::Symbol(_) => true,
        };
        if !is_stored(self.context.heap.object(reference)) || !self.objects().implied_names(reference).is_empty() {
            self.materialize(reference);
        }
        let target = self.context.heap.object_mut(reference);
        match (key, &mut target.kind) {
            (PropertyKey::Index(index), ObjectKind::Array(items)) => {
                if let Some(item) = items.get_mut(index as usize) {
                    *item = Value::Uninitialized;
                }
                target.properties.remove_element(index);
            }
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
        Ok(true)
    }
}
