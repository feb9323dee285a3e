//! Built-in objects that the program changed.
//!
//! Owns the table from a built-in to the heap object that holds all its own properties from then on. Which properties a
//! built-in has until then is told by the static tables; when it is time to copy them here is the interpreter's to say.

use std::sync::Arc;

use super::Heap;
use crate::{Native, ObjectRef, Value};

impl Heap {
    /// The object that holds the own properties of a built-in that was changed.
    #[must_use]
    #[inline]
    pub(crate) fn overlay(&self, native: Native) -> Option<ObjectRef> {
        if self.realm.is_empty() {
            return None;
        }
        self.realm.get(&native).copied()
    }

    /// The heap object whose properties those of a value are; a built-in that nobody has changed has none.
    #[must_use]
    pub(crate) fn properties_of(&self, value: Value) -> Option<ObjectRef> {
        match value {
            Value::Object(reference) => Some(reference),
            Value::Native(native) => self.overlay(native),
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

    /// Whether anything was ever shared: whether there may be several tasks.
    #[must_use]
    pub(crate) fn has_shared(&self) -> bool {
        self.has_shared
    }

    /// All built-ins that were changed, in a fixed order.
    pub(crate) fn overlays(&self) -> impl Iterator<Item = (Native, ObjectRef)> + '_ {
        self.realm.iter().map(|(&native, &object)| (native, object))
    }

    /// Whether no built-in was changed.
    #[must_use]
    #[inline]
    pub(crate) fn is_realm_pristine(&self) -> bool {
        self.realm.is_empty()
    }

    /// From now on the properties of a built-in are those of `object`. Every task reaches a built-in.
    pub(crate) fn set_overlay(&mut self, native: Native, object: ObjectRef) {
        Arc::make_mut(&mut self.realm).insert(native, object);
        if self.has_shared {
            self.share(Value::Object(object));
        }
    }
}
