//! Finding properties.
//!
//! Owns the order in which they are looked up: own ones, prototypes, what the kind of object implies, built-in methods,
//! the library. Nothing is changed and nothing is allocated here.

use crate::{
    Host, KeyId, Namespace, Native, Object, ObjectKind, ObjectRef, Owner, PropertyKey, Pure, Role, Text, Value,
};

use super::machine::Machine;

/// What a lookup finds.
#[derive(Clone, Copy)]
pub(crate) enum Found {
    /// A value that is there.
    Value(Value),
    /// A native that computes it.
    Getter(Native),
    /// The name of a function, error or class.
    Name,
    /// What an error prints as its stack.
    Stack,
    /// The object that instances of a function inherit from, made on demand.
    Prototype,
    /// An element of a string.
    Unit(u16),
    /// An empty string.
    Empty,
    /// Nothing.
    Missing,
}

/// A lookup's result and the object whose own, changeable state it depends on.
#[derive(Clone, Copy)]
pub(crate) struct Lookup {
    pub(crate) found: Found,
    pub(crate) holder: Option<ObjectRef>,
}

fn builtin(found: Found) -> Lookup {
    Lookup { found, holder: None }
}

impl Machine<'_, '_> {
    pub(crate) fn lookup(&self, receiver: Value, key: PropertyKey) -> Lookup {
        match receiver {
            Value::Object(reference) => self.lookup_object(reference, key),
            Value::Text(text) => builtin(self.lookup_text(text, key)),
            Value::Number(_) => builtin(self.member(key, &[Owner::Number, Owner::Object])),
            Value::Bool(_) => builtin(self.member(key, &[Owner::Boolean, Owner::Object])),
            Value::Native(native) => builtin(self.lookup_native(native, key)),
            Value::Undefined | Value::Null | Value::Symbol(_) | Value::Cell(_) | Value::Uninitialized => {
                builtin(Found::Missing)
            }
        }
    }

    pub(super) fn lookup_object(&self, reference: ObjectRef, key: PropertyKey) -> Lookup {
        let mut at = Some(reference);
        while let Some(holder) = at {
            let object = self.context.heap.object(holder);
            if let Some(value) = own(object, key, self.context.heap.well_known().length) {
                return Lookup {
                    found: Found::Value(value),
                    holder: Some(holder),
                };
            }
            at = object.prototype.object();
        }
        let object = self.context.heap.object(reference);
        let found = self.implied(object, key);
        // That a name is *not* there can change, unless what is found instead comes with the kind of object.
        let depends = matches!(found, Found::Missing) || matches!(object.kind, ObjectKind::Plain);
        Lookup {
            found,
            holder: depends.then_some(reference),
        }
    }

    fn implied(&self, object: &Object, key: PropertyKey) -> Found {
        let owners: &[Owner] = match &object.kind {
            ObjectKind::Plain
            | ObjectKind::Aggregate(_)
            | ObjectKind::Accessor { .. }
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_) => &[Owner::Object],
            ObjectKind::Primitive(Value::Text(_)) => &[Owner::String, Owner::Object],
            ObjectKind::Primitive(Value::Number(_)) => &[Owner::Number, Owner::Object],
            ObjectKind::Primitive(Value::Bool(_)) => &[Owner::Boolean, Owner::Object],
            ObjectKind::Primitive(_) => &[Owner::Object],
            ObjectKind::Array(_) => &[Owner::Array, Owner::Object],
            ObjectKind::Closure { .. } | ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } => {
                &[Owner::Function, Owner::Object]
            }
            ObjectKind::Promise(promise) if promise.task().is_some() => &[Owner::Task, Owner::Promise, Owner::Object],
            ObjectKind::Promise(_) => &[Owner::Promise, Owner::Object],
            ObjectKind::Error(_) => &[Owner::Error, Owner::Object],
            ObjectKind::Map(_) => &[Owner::Map, Owner::Object],
            ObjectKind::Set(_) => &[Owner::Set, Owner::Object],
            ObjectKind::Iterator(_) => &[Owner::Iterator, Owner::Object],
            ObjectKind::Host { class, .. } => return self.lookup_host(class.owner(), key),
        };
        let found = self.implied_by_kind(object, key);
        if matches!(found, Found::Missing) {
            return self.member(key, owners);
        }
        found
    }

    fn lookup_host(&self, owner: Owner, key: PropertyKey) -> Found {
        self.member(key, &[owner, Owner::Object])
    }

    /// What an object has because of its kind, besides methods.
    fn implied_by_kind(&self, object: &Object, key: PropertyKey) -> Found {
        let PropertyKey::Name(key) = key else {
            return Found::Missing;
        };
        let known = self.context.heap.well_known();
        if key == known.constructor {
            return constructor_of(&object.kind).map_or(Found::Missing, Found::Value);
        }
        match &object.kind {
            ObjectKind::Closure { function, .. } => {
                let function = self.context.program.function(*function);
                if key == known.name {
                    Found::Name
                } else if key == known.length {
                    Found::Value(Value::number(f64::from(function.length)))
                } else if key == known.prototype && has_prototype(function) {
                    Found::Prototype
                } else {
                    Found::Missing
                }
            }
            ObjectKind::BoundFunction { .. } | ObjectKind::ResolveFunction { .. } if key == known.name => Found::Name,
            ObjectKind::Error(_) if key == known.name => Found::Name,
            ObjectKind::Error(_) if key == known.message => Found::Empty,
            ObjectKind::Error(_) if key == known.stack => Found::Stack,
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
            | ObjectKind::Host { .. }
            | ObjectKind::Accessor { .. }
            | ObjectKind::Primitive(_)
            | ObjectKind::Arguments
            | ObjectKind::Generator(_)
            | ObjectKind::IteratorRecord { .. }
            | ObjectKind::WeakMap(_)
            | ObjectKind::WeakSet(_)
            | ObjectKind::WeakRef(_) => Found::Missing,
        }
    }

    /// A built-in or library method of the first owner that has one.
    fn member(&self, key: PropertyKey, owners: &[Owner]) -> Found {
        let PropertyKey::Name(key) = key else {
            return Found::Missing;
        };
        for &owner in owners {
            if let Some(native) = self.context.heap.keys().member(key, owner) {
                return match native.role() {
                    Role::Method => Found::Value(Value::Native(native)),
                    Role::Getter => Found::Getter(native),
                };
            }
            if let Some(closure) = self.context.heap.library_method(owner, key) {
                return Found::Value(closure);
            }
        }
        Found::Missing
    }

    fn lookup_text(&self, text: ObjectRef, key: PropertyKey) -> Found {
        let text = self.context.heap.text(text);
        match key {
            PropertyKey::Index(index) => text.unit(index as usize).map_or(Found::Missing, Found::Unit),
            PropertyKey::Name(name) if name == self.context.heap.well_known().length => {
                Found::Value(Value::number(text.len() as f64))
            }
            PropertyKey::Name(_) | PropertyKey::Symbol(_) => self.member(key, &[Owner::String, Owner::Object]),
        }
    }

    fn lookup_native(&self, native: Native, key: PropertyKey) -> Found {
        let PropertyKey::Name(name) = key else {
            return Found::Missing;
        };
        let known = self.context.heap.well_known();
        if let Some(value) = native_constant(native, self.context.heap.key_text(name)) {
            return Found::Value(Value::number(value));
        }
        if name == known.name && native.is_callable() {
            return Found::Name;
        }
        if name == known.length && native.is_callable() {
            return Found::Value(Value::number(f64::from(native.length())));
        }
        let statics = native.static_owner();
        let statics = match native {
            Native::Pure(
                Pure::TypeError | Pure::RangeError | Pure::ReferenceError | Pure::SyntaxError | Pure::AggregateError,
            ) => Some(Owner::ErrorStatic),
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) => statics,
        };
        let own = statics.map_or(Found::Missing, |owner| self.member(key, &[owner]));
        match own {
            Found::Missing if native.is_callable() => self.member(key, &[Owner::Function, Owner::Object]),
            Found::Missing => self.member(key, &[Owner::Object]),
            found => found,
        }
    }

    /// Whether `key in object`.
    pub(crate) fn is_present(&self, object: Value, key: PropertyKey) -> bool {
        !matches!(self.lookup(object, key).found, Found::Missing)
    }
}

/// Whether a function can make instances. Those of the library are built-ins, which cannot.
pub(super) fn has_prototype(function: &bytecode::Function) -> bool {
    function.kind == bytecode::FunctionKind::Function && !function.is_internal
}

/// An own property, the length of an array included.
pub(crate) fn own(object: &Object, key: PropertyKey, length: KeyId) -> Option<Value> {
    match (key, &object.kind) {
        (PropertyKey::Index(index), ObjectKind::Array(items)) => items
            .get(index as usize)
            .copied()
            .filter(|&item| item != Value::Uninitialized),
        (PropertyKey::Name(name), ObjectKind::Array(items)) if name == length => {
            Some(Value::number(items.len() as f64))
        }
        (PropertyKey::Index(index), _) => object.properties.find_element(index).map(|(_, value)| value),
        (PropertyKey::Name(name), _) => object.properties.get(name),
        (PropertyKey::Symbol(symbol), _) => object.properties.get(crate::NameKey::of_symbol(symbol)),
    }
}

fn constructor_of(kind: &ObjectKind) -> Option<Value> {
    let native = match kind {
        ObjectKind::Plain | ObjectKind::Aggregate(_) => Native::Pure(Pure::Object),
        ObjectKind::Array(_) => Native::Pure(Pure::Array),
        ObjectKind::Promise(_) => Native::Pure(Pure::Promise),
        ObjectKind::Error(error) => Native::Pure(crate::native::error::constructor(error.kind)),
        ObjectKind::Map(_) => Native::Pure(Pure::Map),
        ObjectKind::Set(_) => Native::Pure(Pure::Set),
        ObjectKind::Host { class, .. } => Native::Host(match class {
            crate::HostClass::Semaphore => Host::Semaphore,
            crate::HostClass::Mutex => Host::Mutex,
            crate::HostClass::Channel => Host::Channel,
            crate::HostClass::AtomicInt => Host::AtomicInt,
        }),
        ObjectKind::Closure { .. }
        | ObjectKind::BoundFunction { .. }
        | ObjectKind::ResolveFunction { .. }
        | ObjectKind::Accessor { .. }
        | ObjectKind::Primitive(_)
        | ObjectKind::Arguments
        | ObjectKind::Generator(_)
        | ObjectKind::IteratorRecord { .. }
        | ObjectKind::WeakMap(_)
        | ObjectKind::WeakSet(_)
        | ObjectKind::WeakRef(_)
        | ObjectKind::Iterator(_) => return None,
    };
    Some(Value::Native(native))
}

/// The numbers that namespaces and constructors carry.
fn native_constant(native: Native, name: &Text) -> Option<f64> {
    let constants: &[(&str, f64)] = match native {
        Native::Namespace(Namespace::Math) => &[
            ("PI", std::f64::consts::PI),
            ("E", std::f64::consts::E),
            ("LN2", std::f64::consts::LN_2),
            ("LN10", std::f64::consts::LN_10),
            ("LOG2E", std::f64::consts::LOG2_E),
            ("LOG10E", std::f64::consts::LOG10_E),
            ("SQRT2", std::f64::consts::SQRT_2),
            ("SQRT1_2", std::f64::consts::FRAC_1_SQRT_2),
        ],
        Native::Pure(Pure::Number) => &[
            ("MAX_SAFE_INTEGER", 9_007_199_254_740_991.0),
            ("MIN_SAFE_INTEGER", -9_007_199_254_740_991.0),
            ("MAX_VALUE", f64::MAX),
            ("MIN_VALUE", 5e-324),
            ("EPSILON", f64::EPSILON),
            ("POSITIVE_INFINITY", f64::INFINITY),
            ("NEGATIVE_INFINITY", f64::NEG_INFINITY),
            ("NaN", f64::NAN),
        ],
        Native::Pure(_) | Native::Host(_) | Native::Namespace(_) => &[],
    };
    let found = constants.iter().find(|(known, _)| name.is(known))?;
    Some(found.1)
}
