//! Properties that are there without being stored, when they have to be.
//!
//! Owns how a built-in object, and what comes with a kind of object, get places in the heap once they are changed.

use super::lookup::{Held, Own};
use super::machine::Machine;
use super::own::PROPERTY_BYTES;
use crate::object::Property;
use crate::realm;
use crate::{Native, Object, ObjectKind, ObjectRef, PropertyKey, Text, Value};

impl Machine<'_, '_> {
    /// The keys that a built-in object has from the start.
    pub(super) fn static_keys(&mut self, native: Native) -> Vec<PropertyKey> {
        let heap = &mut *self.context.heap;
        let mut names = Vec::new();
        let (constants, _) = realm::constants(native);
        let is_first = |name: &str| name == "length" || (name == "name" && native.is_callable());
        match native {
            Native::Prototype(owner) => {
                names.extend(constants.iter().map(|&(name, _)| name).filter(|name| is_first(name)));
                names.extend(realm::constructor_of(owner).map(|_| "constructor"));
            }
            Native::Namespace(crate::Namespace::GlobalThis) => {
                let globals = bytecode::GLOBALS.iter();
                names.extend(globals.filter(|global| !global.is_intrinsic).map(|global| global.name));
            }
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Library(_) if native.is_callable() => {
                names.extend(["length", "name"]);
                names.extend(realm::prototype_owner(native).map(|_| "prototype"));
            }
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Library(_) => {}
        }
        let rest = constants.iter().map(|&(name, _)| name);
        let rest: Vec<&str> = rest.filter(|name| !names.contains(name)).collect();
        names.extend(rest);
        let owner = realm::function_owner(native);
        let functions = crate::native::functions_of(owner).map(|(name, _)| name);
        names.extend(functions.filter(|name| !name.starts_with('[')));
        let names = names
            .into_iter()
            .map(|name| PropertyKey::Name(heap.intern(&Text::new(name))));
        let mut keys: Vec<PropertyKey> = names.collect();
        keys.extend(heap.library_keys(owner).into_iter().map(PropertyKey::Name));
        let objects = self.objects();
        let symbols = crate::WellKnownSymbol::ALL
            .iter()
            .map(|symbol| PropertyKey::Symbol(symbol.reference()));
        keys.extend(symbols.filter(|&key| objects.static_own(native, key).is_some()));
        let mut seen = std::collections::BTreeSet::new();
        keys.retain(|&key| seen.insert(key));
        keys
    }

    /// The object that holds the properties of a built-in from now on.
    pub(super) fn materialize_native(&mut self, native: Native) -> ObjectRef {
        if let Some(overlay) = self.context.heap.overlay(native) {
            return overlay;
        }
        let overlay = self.context.heap.alloc_object(Object {
            is_materialized: true,
            is_prototype: matches!(native, Native::Prototype(_)),
            ..Object::new(ObjectKind::Plain)
        });
        for key in self.static_keys(native) {
            if let Some(own) = self.objects().static_own(native, key) {
                let value = self.stored_value(Value::Native(native), own);
                self.store(overlay, key, own.flags, value);
            }
        }
        self.context.heap.set_overlay(native, overlay);
        overlay
    }

    /// What is stored for a property: for an accessor, the internal object with its functions.
    pub(super) fn stored_value(&mut self, holder: Value, own: Own) -> Value {
        match own.held {
            Held::Accessor { get, set } => self.accessor(get, set),
            held => self.realize(holder, held),
        }
    }

    pub(super) fn accessor(&mut self, get: Value, set: Value) -> Value {
        let accessor = Object::new(ObjectKind::Accessor { get, set });
        Value::Object(self.context.heap.alloc_object(accessor))
    }

    /// Gives a built-in object a place in the heap.
    pub(super) fn materialize_native_value(&mut self, value: Value) {
        if let Value::Native(native) = value {
            self.materialize_native(native);
        }
    }

    /// The heap object whose properties those of a value are; built-ins get one.
    pub(super) fn holder(&mut self, object: Value) -> Option<ObjectRef> {
        match object {
            Value::Object(reference) => Some(reference),
            Value::Native(native) => Some(self.materialize_native(native)),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Cell(_)
            | Value::Uninitialized => None,
        }
    }

    /// Stores the properties that come with the kind of an object, so that one of them can be removed.
    pub(super) fn materialize(&mut self, reference: ObjectRef) {
        let first = self.objects().implied_names(reference);
        let mut properties = Vec::new();
        for key in first {
            let PropertyKey::Name(name) = key else { continue };
            let is_stored = self.context.heap.object(reference).properties.find(name).is_some();
            if let (false, Some(own)) = (is_stored, self.objects().own_of_object(reference, key)) {
                let value = self.realize(Value::Object(reference), own.held);
                // Making the object for `prototype` stores it.
                if self.context.heap.object(reference).properties.find(name).is_none() {
                    properties.push(Property {
                        key: name.into(),
                        flags: own.flags,
                        value,
                    });
                }
            }
        }
        self.context.heap.grow(properties.len() * PROPERTY_BYTES);
        let object = self.context.heap.object_mut(reference);
        object.properties.prepend(properties);
        object.is_materialized = true;
        self.context.heap.write_barrier(reference);
    }
}
