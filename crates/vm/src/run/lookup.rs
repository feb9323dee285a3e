//! Finding properties.
//!
//! Owns where an object's own properties come from (those that are stored, those that its kind implies, those that a
//! built-in object has from the start) and the walk along prototypes. Nothing is changed and nothing is allocated here:
//! what would have to be made, as the text of a function's name, is only named.

use bytecode::{FunctionKind, Program};

use crate::object::{Integrity, TimerKind};
use crate::realm::{self};
use crate::{Flags, Heap, NameKey, Native, Object, ObjectKind, ObjectRef, Owner, PropertyKey, Prototype, Value};

use super::machine::Machine;

/// What a property holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Held {
    /// A value.
    Value(Value),
    /// Functions, `undefined` where there is none.
    Accessor {
        /// What reading calls.
        get: Value,
        /// What writing calls.
        set: Value,
    },
    /// A string that no program has changed yet.
    Text(&'static str),
    /// The name of a function.
    FunctionName,
    /// What an error prints as its stack.
    Stack,
    /// The object that instances of a function inherit from, made on demand.
    Prototype,
    /// An element of a string.
    Unit(u16),
}

/// An own property, as it is before anything is made for it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Own {
    pub(crate) held: Held,
    pub(crate) flags: Flags,
}

impl Own {
    pub(super) fn data(value: Value, flags: Flags) -> Own {
        Own {
            held: Held::Value(value),
            flags,
        }
    }
}

/// A property that was found.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Lookup {
    pub(crate) own: Own,
    /// Whose property it is.
    pub(crate) holder: Value,
}

/// What reading a property finds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Found {
    /// A value.
    Data(Value),
    /// A function to be called for it, or `undefined`.
    Getter(Value),
    /// Nothing.
    Missing,
}

/// Objects to be looked at.
#[derive(Clone, Copy)]
pub(crate) struct Objects<'a> {
    pub(crate) heap: &'a Heap,
    pub(crate) program: &'a Program,
}

impl<'a> Objects<'a> {
    /// Finds a property of a value or of what it inherits from.
    pub(crate) fn lookup(self, receiver: Value, key: PropertyKey) -> Option<Lookup> {
        let mut at = receiver;
        loop {
            if let Some(own) = self.own(at, key) {
                return Some(Lookup { own, holder: at });
            }
            at = self.prototype_of(at);
            if at == Value::Null {
                return None;
            }
        }
    }

    /// The data property of a name that an object has or inherits, unless it is one that would have to be made.
    pub(crate) fn plain(self, receiver: Value, key: PropertyKey) -> Option<Value> {
        match self.lookup(receiver, key)?.own.held {
            Held::Value(value) => Some(value),
            Held::Accessor { .. }
            | Held::Text(_)
            | Held::FunctionName
            | Held::Stack
            | Held::Prototype
            | Held::Unit(_) => None,
        }
    }

    // Prototypes

    /// [[GetPrototypeOf]], of primitives that of the object that they would be; `null` if there is none.
    pub(crate) fn prototype_of(self, value: Value) -> Value {
        let owner = match value {
            Value::Object(reference) => return self.prototype_of_object(self.heap.object(reference)),
            Value::Native(native) => return self.prototype_of_native(native),
            Value::Text(_) => Owner::String,
            Value::Number(_) => Owner::Number,
            Value::Bool(_) => Owner::Boolean,
            Value::Symbol(_) => Owner::Symbol,
            Value::Undefined | Value::Null | Value::Cell(_) | Value::Uninitialized => return Value::Null,
        };
        Value::Native(Native::Prototype(owner))
    }

    fn prototype_of_object(self, object: &Object) -> Value {
        match object.prototype {
            Prototype::Default => Value::Native(Native::Prototype(self.default_prototype(&object.kind))),
            Prototype::Null => Value::Null,
            Prototype::Object(reference) => Value::Object(reference),
            Prototype::Native(native) => Value::Native(native),
        }
    }

    fn prototype_of_native(self, native: Native) -> Value {
        if let Some(overlay) = self.heap.overlay(native)
            && self.heap.object(overlay).prototype != Prototype::Default
        {
            return self.prototype_of_object(self.heap.object(overlay));
        }
        realm::parent(native).map_or(Value::Null, Value::Native)
    }

    /// What objects of a kind inherit from unless they are told otherwise.
    pub(crate) fn default_prototype(self, kind: &ObjectKind) -> Owner {
        match kind {
            ObjectKind::Plain
            | ObjectKind::Aggregate(_)
            | ObjectKind::Accessor { .. }
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::Arguments => Owner::Object,
            ObjectKind::Generator(_) => Owner::Generator,
            ObjectKind::WeakMap(_) => Owner::WeakMap,
            ObjectKind::WeakSet(_) => Owner::WeakSet,
            ObjectKind::WeakRef(_) => Owner::WeakRef,
            ObjectKind::Timer(timer) => match timer.kind {
                TimerKind::Timeout | TimerKind::Interval => Owner::Timeout,
                TimerKind::Immediate => Owner::Immediate,
            },
            ObjectKind::RegExp(_) => Owner::RegExp,
            ObjectKind::Date(_) => Owner::Date,
            ObjectKind::Array(_) => Owner::Array,
            ObjectKind::Closure { function, .. } => match self.program.function(*function).kind {
                FunctionKind::Main | FunctionKind::Async | FunctionKind::AsyncArrow => Owner::AsyncFunction,
                FunctionKind::Generator => Owner::GeneratorFunction,
                FunctionKind::AsyncGenerator => Owner::AsyncGeneratorFunction,
                FunctionKind::Function
                | FunctionKind::Arrow
                | FunctionKind::Method
                | FunctionKind::ClassConstructor
                | FunctionKind::DerivedConstructor => Owner::Function,
            },
            ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => Owner::Function,
            ObjectKind::Promise(promise) if promise.task().is_some() => Owner::Task,
            ObjectKind::Promise(_) => Owner::Promise,
            ObjectKind::Error(error) => realm::error_owner(error.kind),
            ObjectKind::Map(_) => Owner::Map,
            ObjectKind::Set(_) => Owner::Set,
            ObjectKind::Iterator(_) => Owner::Iterator,
            ObjectKind::Host { class, .. } => class.owner(),
            ObjectKind::Primitive(Value::Text(_)) => Owner::String,
            ObjectKind::Primitive(Value::Number(_)) => Owner::Number,
            ObjectKind::Primitive(Value::Bool(_)) => Owner::Boolean,
            ObjectKind::Primitive(Value::Symbol(_)) => Owner::Symbol,
            ObjectKind::Primitive(_) => Owner::Object,
        }
    }

    // Own properties

    /// [[GetOwnProperty]].
    #[inline]
    pub(crate) fn own(self, value: Value, key: PropertyKey) -> Option<Own> {
        match value {
            Value::Object(reference) => self.own_of_object(reference, key),
            Value::Native(native) => match self.heap.overlay(native) {
                Some(overlay) => self.own_of_object(overlay, key),
                None => self.static_own(native, key),
            },
            Value::Text(text) => self.own_of_text(text, key),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => None,
        }
    }

    fn own_of_text(self, text: ObjectRef, key: PropertyKey) -> Option<Own> {
        let text = self.heap.text(text);
        match key {
            PropertyKey::Index(index) => text.unit(index as usize).map(|unit| Own {
                held: Held::Unit(unit),
                flags: Flags::ENUMERABLE,
            }),
            PropertyKey::Name(name) if name == self.heap.well_known().length => {
                Some(Own::data(Value::number(text.len() as f64), Flags::NONE))
            }
            PropertyKey::Name(_) | PropertyKey::Symbol(_) => None,
        }
    }

    pub(crate) fn own_of_object(self, reference: ObjectRef, key: PropertyKey) -> Option<Own> {
        let object = self.heap.object(reference);
        let key = match key {
            PropertyKey::Index(index) => return self.own_element(object, index),
            PropertyKey::Name(name) => NameKey::from(name),
            PropertyKey::Symbol(symbol) => NameKey::of_symbol(symbol),
        };
        if let Some(found) = object.properties.find(key) {
            let flags = if key.symbol().is_some_and(|symbol| self.heap.is_private_name(symbol)) {
                found.flags
            } else {
                remaining(found.flags, object.integrity)
            };
            return Some(self.stored(found.value, flags));
        }
        if matches!(object.kind, ObjectKind::Plain) {
            return None;
        }
        let own = self.implied(object, key)?;
        Some(Own {
            flags: remaining(own.flags, object.integrity),
            ..own
        })
    }

    fn own_element(self, object: &Object, index: u32) -> Option<Own> {
        match &object.kind {
            ObjectKind::Array(items) => {
                if let Some(&item) = items.get(index as usize)
                    && item != Value::Uninitialized
                {
                    return Some(Own::data(item, remaining(Flags::ALL, object.integrity)));
                }
            }
            ObjectKind::Primitive(Value::Text(text)) => {
                if let Some(own) = self.own_of_text(*text, PropertyKey::Index(index)) {
                    return Some(own);
                }
            }
            _ => {}
        }
        let (flags, value) = object.properties.find_element(index)?;
        Some(self.stored(value, remaining(flags, object.integrity)))
    }

    fn stored(self, value: Value, flags: Flags) -> Own {
        if flags.is_accessor()
            && let Value::Object(accessor) = value
            && let ObjectKind::Accessor { get, set } = self.heap.object(accessor).kind
        {
            return Own {
                held: Held::Accessor { get, set },
                flags,
            };
        }
        Own::data(value, flags)
    }

    /// What an object has because of its kind, while it is not stored.
    fn implied(self, object: &Object, key: NameKey) -> Option<Own> {
        let key = key.name()?;
        let known = self.heap.well_known();
        let own = |held: Held, flags: Flags| Some(Own { held, flags });
        let number = |length: usize| Held::Value(Value::number(length as f64));
        match &object.kind {
            ObjectKind::Array(items) if key == known.length => {
                own(number(items.len()), Flags::WRITABLE.when(!object.has_fixed_length))
            }
            ObjectKind::Primitive(Value::Text(text)) if key == known.length => {
                own(number(self.heap.text(*text).len()), Flags::NONE)
            }
            _ if object.is_materialized => None,
            ObjectKind::Closure { function, .. } => {
                let function = self.program.function(*function);
                if key == known.name {
                    own(Held::FunctionName, Flags::CONFIGURABLE)
                } else if key == known.length {
                    own(number(usize::from(function.length)), Flags::CONFIGURABLE)
                } else if key == known.prototype && has_prototype(function) {
                    own(Held::Prototype, Flags::WRITABLE)
                } else {
                    None
                }
            }
            ObjectKind::ResolveFunction { .. } if key == known.name => own(Held::Text(""), Flags::CONFIGURABLE),
            ObjectKind::ResolveFunction { .. } if key == known.length => own(number(1), Flags::CONFIGURABLE),
            ObjectKind::Error(_) if key == known.stack => own(Held::Stack, Flags::HIDDEN),
            ObjectKind::Plain
            | ObjectKind::Array(_)
            | ObjectKind::BoundFunction { .. }
            | ObjectKind::ResolveFunction { .. }
            | ObjectKind::Promise(_)
            | ObjectKind::Aggregate(_)
            | ObjectKind::Error(_)
            | ObjectKind::Map(_)
            | ObjectKind::Set(_)
            | ObjectKind::Iterator(_)
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::Timer(_)
            | ObjectKind::WeakRef(_)
            | ObjectKind::RegExp(_)
            | ObjectKind::Date(_)
            | ObjectKind::Host { .. } => None,
        }
    }

    // Keys

    /// The keys of a string as an object.
    pub(crate) fn keys_of_text(self, text: ObjectRef) -> impl Iterator<Item = PropertyKey> {
        let length = self.heap.text(text).len();
        let indices = (0..u32::try_from(length).unwrap_or(u32::MAX)).map(PropertyKey::Index);
        indices.chain([PropertyKey::Name(self.heap.well_known().length)])
    }

    /// [[OwnPropertyKeys]] of an object of the heap.
    pub(crate) fn keys_of_object(self, reference: ObjectRef) -> Vec<PropertyKey> {
        let object = self.heap.object(reference);
        let mut keys = Vec::new();
        let elements = object
            .properties
            .elements()
            .map(|(index, ..)| PropertyKey::Index(index));
        match &object.kind {
            ObjectKind::Array(items) => {
                let present = items.iter().zip(0..).filter(|(item, _)| **item != Value::Uninitialized);
                keys.extend(present.map(|(_, index)| PropertyKey::Index(index)));
                if object.properties.has_elements() {
                    keys.extend(elements);
                    keys.sort_unstable();
                }
            }
            ObjectKind::Primitive(Value::Text(text)) => {
                keys.extend(self.keys_of_text(*text));
                keys.pop();
                keys.extend(elements);
            }
            _ => keys.extend(elements),
        }
        let implied = self.implied_names(reference);
        keys.extend(&implied);
        let named = object.properties.named().iter().map(|property| property.key);
        let names = named.clone().filter_map(NameKey::name).map(PropertyKey::Name);
        keys.extend(names.filter(|name| !implied.contains(name)));
        let symbols = named
            .filter_map(NameKey::symbol)
            .filter(|&symbol| !self.heap.is_private_name(symbol));
        keys.extend(symbols.map(PropertyKey::Symbol));
        keys
    }

    /// The names that come with the kind of an object, which stand before all others.
    pub(crate) fn implied_names(self, reference: ObjectRef) -> Vec<PropertyKey> {
        let known = self.heap.well_known();
        let candidates = match &self.heap.object(reference).kind {
            ObjectKind::Plain => return Vec::new(),
            ObjectKind::Error(_) => [known.stack, known.message, known.cause],
            _ => [known.length, known.name, known.prototype],
        };
        let keys = candidates.map(PropertyKey::Name).into_iter();
        keys.filter(|&key| self.own_of_object(reference, key).is_some())
            .collect()
    }
}

/// The attributes that sealing and freezing leave.
fn remaining(flags: Flags, integrity: Integrity) -> Flags {
    match integrity {
        Integrity::Extensible | Integrity::NotExtensible => flags,
        Integrity::Sealed => flags.without(Flags::CONFIGURABLE),
        Integrity::Frozen => flags.without(Flags::CONFIGURABLE.with(Flags::WRITABLE)),
    }
}

/// Whether a function comes with a `prototype` that is made on demand: constructors and generators do. Functions of the
/// library are built-ins, which do not; classes get theirs when they are made.
pub(crate) fn has_prototype(function: &bytecode::Function) -> bool {
    let is_fitting = matches!(
        function.kind,
        FunctionKind::Function | FunctionKind::Generator | FunctionKind::AsyncGenerator
    );
    is_fitting && !function.is_internal
}

impl Machine<'_, '_> {
    /// The objects, to be looked at.
    #[inline]
    pub(crate) fn objects(&self) -> Objects<'_> {
        Objects {
            heap: self.context.heap,
            program: self.context.program,
        }
    }

    pub(crate) fn lookup(&self, receiver: Value, key: PropertyKey) -> Option<Lookup> {
        self.objects().lookup(receiver, key)
    }

    /// Whether `key in object`.
    pub(crate) fn is_present(&self, object: Value, key: PropertyKey) -> bool {
        self.lookup(object, key).is_some()
    }
}
