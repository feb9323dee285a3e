//! Until the object model is there.
use super::machine::{Flow, Machine};
use crate::error::Outcome;
use crate::object::{Flags, Prototype};
use crate::{NameKey, PropertyKey, Value};
use bytecode::Reg;
impl Machine<'_, '_> {
    pub(crate) fn prototype_of(&self, value: Value) -> Value {
        let Some(reference) = value.object() else {
            return Value::Null;
        };
        match self.context.heap.object(reference).prototype {
            Prototype::Object(reference) => Value::Object(reference),
            Prototype::Native(native) => Value::Native(native),
            Prototype::Default | Prototype::Null => Value::Null,
        }
    }
    pub(crate) fn get_from(&mut self, dest: Reg, start: Value, key: PropertyKey, _receiver: Value) -> Outcome<Flow> {
        self.get(dest, start, key)
    }
    pub(crate) fn set_from(&mut self, _start: Value, key: PropertyKey, value: Value, receiver: Value) -> Outcome<Flow> {
        self.set(receiver, key, value)
    }
    pub(crate) fn define_flagged(
        &mut self,
        object: Value,
        key: PropertyKey,
        value: Value,
        flags: Flags,
    ) -> Outcome<()> {
        if let Some(reference) = object.object() {
            let key = match key {
                PropertyKey::Name(n) => NameKey::from(n),
                PropertyKey::Symbol(s) => NameKey::of_symbol(s),
                PropertyKey::Index(_) => return Ok(()),
            };
            self.context
                .heap
                .object_mut(reference)
                .properties
                .define(key, flags, value);
        }
        Ok(())
    }
}

impl Machine<'_, '_> {
    pub(crate) fn is_enumerable(&self, value: Value, key: PropertyKey) -> bool {
        self.is_present(value, key)
    }
}

impl Machine<'_, '_> {
    pub(crate) fn define_accessor(
        &mut self,
        _object: Reg,
        _key: Reg,
        _halves: (Option<Value>, Option<Value>),
        _enumerable: bool,
    ) -> Outcome<Flow> {
        Ok(Flow::Next)
    }
    pub(crate) fn load_global_name(&mut self, _dest: Reg, _name: bytecode::Atom, _is_typeof: bool) -> Outcome<Flow> {
        Ok(Flow::Next)
    }
    pub(crate) fn store_global_name(&mut self, _name: bytecode::Atom, _value: Value) -> Outcome<Flow> {
        Ok(Flow::Next)
    }
}
