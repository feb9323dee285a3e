//! What objects inherit from, and whether they may still change.
//!
//! Owns the internal methods for both (ECMA-262 sections 10.1.1 to 10.1.4) and the levels of integrity.

use super::machine::Machine;
use crate::error::Outcome;
use crate::object::Integrity;
use crate::{Native, ObjectRef, Prototype, Value};

impl Machine<'_, '_> {
    /// [[GetPrototypeOf]], of primitives that of the object that they would be; `null` if there is none.
    pub(crate) fn prototype_of(&self, value: Value) -> Value {
        match self.objects().prototype_of(value) {
            // What a task has over a promise is found by name only: to the program it is a promise.
            Value::Native(Native::Prototype(crate::Owner::Task)) => {
                Value::Native(Native::Prototype(crate::Owner::Promise))
            }
            prototype => prototype,
        }
    }

    /// [[SetPrototypeOf]]; `prototype` is an object or `null`.
    pub(crate) fn set_prototype_of(&mut self, object: Value, prototype: Value) -> Outcome<bool> {
        if self.prototype_of(object) == prototype {
            return Ok(true);
        }
        let is_fixed = object == Value::Native(Native::Prototype(crate::Owner::Object));
        if is_fixed || !self.is_extensible(object) {
            return Ok(false);
        }
        let mut at = prototype;
        while at != Value::Null {
            if at == object {
                return Ok(false);
            }
            at = self.prototype_of(at);
        }
        self.check_prototype_changeable(object)?;
        let Some(reference) = self.holder(object) else {
            return Ok(true);
        };
        self.link(reference, prototype);
        Ok(true)
    }

    /// Makes an object inherit from another, or from nothing.
    pub(crate) fn link(&mut self, reference: ObjectRef, prototype: Value) {
        let default = self
            .objects()
            .default_prototype(&self.context.heap.object(reference).kind);
        let link = match prototype {
            Value::Native(Native::Prototype(owner)) if owner == default => Prototype::Default,
            other => Prototype::of(other).unwrap_or_default(),
        };
        if let Prototype::Object(prototype) = link {
            self.mark_prototype(prototype);
        }
        self.context.heap.object_mut(reference).prototype = link;
        self.context.heap.share_if(reference, prototype);
    }

    /// Notes that other objects inherit from one.
    pub(crate) fn mark_prototype(&mut self, prototype: ObjectRef) {
        if !self.context.heap.object(prototype).is_prototype {
            self.context.heap.object_mut(prototype).is_prototype = true;
        }
    }

    /// [[IsExtensible]].
    pub(crate) fn is_extensible(&self, value: Value) -> bool {
        let reference = match value {
            Value::Object(reference) => Some(reference),
            Value::Native(native) => self.context.heap.overlay(native),
            _ => return false,
        };
        reference.is_none_or(|reference| self.context.heap.object(reference).integrity == Integrity::Extensible)
    }

    /// Makes an object less changeable, never more: SetIntegrityLevel or [[PreventExtensions]].
    pub(crate) fn restrict(&mut self, value: Value, integrity: Integrity) {
        if let Some(reference) = self.holder(value) {
            let object = self.context.heap.object_mut(reference);
            object.integrity = object.integrity.max(integrity);
        }
    }

    /// [[PreventExtensions]].
    pub(crate) fn prevent_extensions(&mut self, value: Value) -> bool {
        self.restrict(value, Integrity::NotExtensible);
        true
    }

    /// TestIntegrityLevel.
    pub(crate) fn has_integrity(&mut self, value: Value, integrity: Integrity) -> bool {
        if !value.is_object() {
            return true;
        }
        if self.is_extensible(value) {
            return false;
        }
        let keys = self.own_keys(value);
        keys.into_iter().all(|key| {
            let own = self.objects().own(value, key);
            own.is_none_or(|own| {
                let is_writable = own.flags.is_writable() && integrity == Integrity::Frozen;
                !own.flags.is_configurable() && !is_writable
            })
        })
    }
}
