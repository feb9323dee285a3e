//! What may be changed while several tasks look on.
//!
//! Owns the rule that keeps lookups of inherited functions from being places to switch.

use super::lookup::Held;
use super::machine::Machine;
use crate::error::Outcome;
use crate::{ErrorKind, Native, PropertyKey, Value};

impl Machine<'_, '_> {
    /// What several tasks can reach must keep the functions that are found on what it inherits from, and what it
    /// inherits from must keep its functions: where every access is a place to switch, looking up an inherited function
    /// is none, because whatever others do it is the same one.
    ///
    /// Why that is sound: a lookup ends at an inherited function only if no object before has the key, and what it finds
    /// differs afterwards only if one of them gets the key, the function is replaced or removed, or the chain changes.
    /// For objects that several tasks can reach, each of the three is a `TypeError` here and in
    /// [`Machine::check_prototype_changeable`]. That an object is a prototype is noted when something first inherits
    /// from it, which is visible itself if others reach it ([`Machine::is_call_visible`] of `Object.create` and its
    /// like). A function that was not there before may be added: as long as it is missing, reading it is visible.
    /// Objects of one's own commute with everything.
    pub(crate) fn check_changeable(&mut self, object: Value, key: PropertyKey, value: Option<Value>) -> Outcome<()> {
        if !self.context.switch.is_by_access() {
            return Ok(());
        }
        let is_concerned = match object {
            Value::Object(reference) => self.context.heap.is_shared(reference),
            _ => self.is_open_native(object),
        };
        if !is_concerned {
            return Ok(());
        }
        let is_prototype = match object {
            Value::Object(reference) => self.context.heap.object(reference).is_prototype,
            // A function of a namespace or of a constructor is looked up just as often.
            _ => true,
        };
        let found = self.lookup(object, key);
        let is_function = found.is_some_and(|lookup| match lookup.own.held {
            Held::Accessor { .. } => true,
            Held::Value(value) => self.context.heap.is_callable(value),
            _ => false,
        });
        let is_own = found.is_some_and(|lookup| lookup.holder == object);
        let is_builtin_prototype = matches!(object, Value::Native(Native::Prototype(_)));
        let is_same = found.is_some_and(|lookup| Some(lookup.own.held) == value.map(Held::Value));
        if is_same || !(is_builtin_prototype || is_function && (is_prototype || !is_own)) {
            return Ok(());
        }
        let name = self.key_name(key);
        let message = match found {
            _ if is_builtin_prototype => {
                format!("Cannot change '{name}' of a built-in prototype that several tasks can reach, in this model")
            }
            Some(lookup) if matches!(lookup.holder, Value::Native(_)) => {
                format!("Cannot replace the built-in '{name}' of something that several tasks can reach, in this model")
            }
            _ => format!(
                "Cannot replace the inherited '{name}' of something that several tasks can reach, in this model"
            ),
        };
        Err(self.error(ErrorKind::TypeError, &message))
    }

    /// The same for what an object inherits from.
    pub(crate) fn check_prototype_changeable(&mut self, object: Value) -> Outcome<()> {
        let is_shared = match object {
            Value::Object(reference) => self.context.heap.is_shared(reference),
            _ => self.is_open_native(object),
        };
        if self.context.switch.is_by_access() && is_shared {
            let message = "Cannot change the prototype of something that several tasks can reach, in this model";
            return Err(self.error(ErrorKind::TypeError, message));
        }
        Ok(())
    }
}
