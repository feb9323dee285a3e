//! Properties as the language describes them.
//!
//! Owns the two forms: an own property as it is found, and a description of what one is to become (ECMA-262 section
//! 6.2.6). What defining one does is the interpreter's.

use super::Flags;
use crate::Value;

/// An own property.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OwnProperty {
    /// It has a value.
    Data {
        /// The value.
        value: Value,
        /// Its attributes.
        flags: Flags,
    },
    /// It has functions, `undefined` where it has none.
    Accessor {
        /// What reading calls.
        get: Value,
        /// What writing calls.
        set: Value,
        /// Its attributes.
        flags: Flags,
    },
}

impl OwnProperty {
    /// Its attributes.
    #[must_use]
    pub fn flags(&self) -> Flags {
        match *self {
            OwnProperty::Data { flags, .. } | OwnProperty::Accessor { flags, .. } => flags,
        }
    }
}

/// What a property is to become; what is not given stays as it is, or is the default of a new property.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct PropertyDescriptor {
    /// The value.
    pub value: Option<Value>,
    /// What reading calls.
    pub get: Option<Value>,
    /// What writing calls.
    pub set: Option<Value>,
    /// Whether the value can be changed.
    pub writable: Option<bool>,
    /// Whether loops and printing show it.
    pub enumerable: Option<bool>,
    /// Whether it can be removed and its attributes can be changed.
    pub configurable: Option<bool>,
}

impl PropertyDescriptor {
    /// A data property with these attributes.
    #[must_use]
    pub fn data(value: Value, flags: Flags) -> PropertyDescriptor {
        PropertyDescriptor {
            value: Some(value),
            writable: Some(flags.is_writable()),
            enumerable: Some(flags.is_enumerable()),
            configurable: Some(flags.is_configurable()),
            ..PropertyDescriptor::default()
        }
    }

    /// IsAccessorDescriptor.
    #[must_use]
    pub fn is_accessor(&self) -> bool {
        self.get.is_some() || self.set.is_some()
    }

    /// IsDataDescriptor.
    #[must_use]
    pub fn is_data(&self) -> bool {
        self.value.is_some() || self.writable.is_some()
    }

    /// The attributes of a new property.
    pub(crate) fn flags(&self) -> Flags {
        let given = |flag: Flags, is_set: Option<bool>| flag.when(is_set == Some(true));
        given(Flags::WRITABLE, self.writable)
            .with(given(Flags::ENUMERABLE, self.enumerable))
            .with(given(Flags::CONFIGURABLE, self.configurable))
    }

    /// The attributes of a property that has had others so far.
    pub(crate) fn flags_over(&self, old: Flags) -> Flags {
        let choose = |flag: Flags, is_set: Option<bool>| flag.when(is_set.unwrap_or(old.has(flag)));
        choose(Flags::WRITABLE, self.writable)
            .with(choose(Flags::ENUMERABLE, self.enumerable))
            .with(choose(Flags::CONFIGURABLE, self.configurable))
    }
}
