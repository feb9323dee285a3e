//! Names that no scope declares.
//!
//! Owns reading and writing them as properties of the global object. Names that the compiler knows are found in the
//! heap's table as long as nobody has changed that object.

use bytecode::{Atom, GlobalId, Reg};

use crate::error::Outcome;
use crate::{ErrorKind, KeyId, Namespace, Native, PropertyKey, Raise, Text, Value};

use super::machine::{Flow, Machine};

/// The global object.
pub(super) const GLOBAL_THIS: Value = Value::Native(Native::Namespace(Namespace::GlobalThis));

impl Machine<'_, '_> {
    /// A name that the compiler knows.
    pub(super) fn load_global(&mut self, dest: Reg, global: GlobalId) -> Outcome<Flow> {
        let is_changed = self.context.heap.properties_of(GLOBAL_THIS).is_some();
        if !is_changed || bytecode::GLOBALS[usize::from(global.0)].is_intrinsic {
            return self.give(dest, self.context.heap.global(global));
        }
        let key = self.context.heap.intern(&Text::new(global.name()));
        self.load_property_of_global(dest, PropertyKey::Name(key), false)
    }

    /// A name that nothing declares: `undefined` for `typeof` if the global object has not got it either.
    pub(super) fn load_global_name(&mut self, dest: Reg, name: Atom, is_typeof: bool) -> Outcome<Flow> {
        let key = self.context.heap.property_key(KeyId::from(name));
        self.load_property_of_global(dest, key, is_typeof)
    }

    fn load_property_of_global(&mut self, dest: Reg, key: PropertyKey, is_typeof: bool) -> Outcome<Flow> {
        if !is_typeof && !self.is_present(GLOBAL_THIS, key) {
            return Err(self.not_defined(key));
        }
        self.get(dest, GLOBAL_THIS, key)
    }

    /// An assignment to a name that nothing declares.
    pub(super) fn store_global_name(&mut self, name: Atom, value: Reg) -> Outcome<Flow> {
        let key = self.context.heap.property_key(KeyId::from(name));
        if !self.is_present(GLOBAL_THIS, key) {
            return Err(self.not_defined(key));
        }
        self.set(GLOBAL_THIS, key, self.register(value))
    }

    fn not_defined(&mut self, key: PropertyKey) -> Raise {
        let name = self.key_name(key);
        self.error(ErrorKind::ReferenceError, &format!("{name} is not defined"))
    }
}
