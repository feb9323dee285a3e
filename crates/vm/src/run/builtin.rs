//! Properties that built-in objects have from the start.
//!
//! Owns how the static tables answer for a property; which tables there are is told in the realm.

use bytecode::{GLOBALS, GlobalId};

use crate::realm::{self, Constant};
use crate::{Flags, Namespace, Native, Owner, PropertyKey, Pure, Role, Value, WellKnownSymbol};

use super::lookup::{Held, Objects, Own};

impl Objects<'_> {
    /// An own property that a built-in object has from the start.
    pub(crate) fn static_own(self, native: Native, key: PropertyKey) -> Option<Own> {
        match key {
            PropertyKey::Index(_) => None,
            PropertyKey::Name(name) => self.static_named(native, name),
            PropertyKey::Symbol(symbol) => self.static_symbol(native, WellKnownSymbol::of(symbol)?),
        }
    }

    fn static_named(self, native: Native, name: crate::KeyId) -> Option<Own> {
        let known = self.heap.well_known();
        let owner = realm::function_owner(native);
        if let Some(function) = self.heap.keys().member(name, owner) {
            return Some(self.function_own(function, realm::function_flags(owner, None)));
        }
        match native {
            Native::Prototype(owner) => {
                if name == known.constructor
                    && let Some(constructor) = realm::constructor_of(owner)
                {
                    return Some(Own::data(Value::Native(constructor), realm::constructor_flags(owner)));
                }
            }
            Native::Namespace(Namespace::GlobalThis) => return self.global(name),
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Library(_) if native.is_callable() => {
                if name == known.name {
                    return Some(Own {
                        held: Held::FunctionName,
                        flags: Flags::CONFIGURABLE,
                    });
                }
                if name == known.length {
                    let length = Value::number(f64::from(native.length(self.program)));
                    return Some(Own::data(length, Flags::CONFIGURABLE));
                }
                if name == known.prototype
                    && let Some(owner) = realm::prototype_owner(native)
                {
                    return Some(Own::data(Value::Native(Native::Prototype(owner)), Flags::NONE));
                }
            }
            Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Library(_) => {}
        }
        let (constants, flags) = realm::constants(native);
        if constants.is_empty() {
            return None;
        }
        let text = self.heap.key_text(name);
        let found = constants.iter().find(|(known, _)| text.is(known))?;
        Some(constant_own(found.1, flags))
    }

    fn static_symbol(self, native: Native, symbol: WellKnownSymbol) -> Option<Own> {
        if symbol == WellKnownSymbol::ToStringTag {
            let held = Held::Text(realm::tag(native)?);
            return Some(Own {
                held,
                flags: Flags::CONFIGURABLE,
            });
        }
        let owner = realm::function_owner(native);
        if (owner, symbol) == (Owner::Array, WellKnownSymbol::Unscopables) {
            let list = Native::Prototype(Owner::ArrayUnscopables);
            return Some(Own::data(Value::Native(list), Flags::CONFIGURABLE));
        }
        let function = self.heap.symbol_function(owner, symbol)?;
        Some(self.function_own(function, realm::function_flags(owner, Some(symbol))))
    }

    fn function_own(self, function: Native, flags: Flags) -> Own {
        match self.heap.native_role(function) {
            Role::Method => Own::data(Value::Native(function), flags),
            Role::Getter | Role::Setter => Own {
                held: Held::Accessor {
                    get: Value::Native(function),
                    set: self.heap.setter_of(function).map_or(Value::Undefined, Value::Native),
                },
                flags: flags.without(Flags::WRITABLE).with(Flags::ACCESSOR),
            },
        }
    }

    fn global(self, name: crate::KeyId) -> Option<Own> {
        let text = self.heap.key_text(name);
        let index = GLOBALS
            .iter()
            .position(|global| !global.is_intrinsic && text.is(global.name))?;
        let value = self.heap.global(GlobalId(u16::try_from(index).ok()?));
        let is_constant = !matches!(value, Value::Native(_));
        Some(Own::data(value, Flags::HIDDEN.when(!is_constant)))
    }
}

pub(crate) fn constant_own(constant: Constant, flags: Flags) -> Own {
    match constant {
        Constant::True => Own::data(Value::Bool(true), flags),
        Constant::Number(number) => Own::data(Value::number(number), flags),
        Constant::Symbol(symbol) => Own::data(Value::Symbol(symbol.reference()), flags),
        Constant::Native(native) => Own::data(Value::Native(native), flags),
        Constant::Poison => {
            let function = Value::Native(Native::Pure(Pure::ThrowPoisoned));
            Own {
                held: Held::Accessor {
                    get: function,
                    set: function,
                },
                flags: flags.with(Flags::ACCESSOR),
            }
        }
        Constant::Text(text) => Own {
            held: Held::Text(text),
            flags,
        },
    }
}
