//! Values as they stand in registers, cells and properties.
//!
//! Owns their representation. What a reference points at is the heap's; conversions that need the heap live beside
//! the interpreter.

use crate::Native;

/// The index of a slot in the heap.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ObjectRef(pub u32);

/// A number, by the bits of its IEEE 754 double so that it compares and hashes exactly. There is one NaN.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(u64);

const CANONICAL_NAN: u64 = 0x7ff8_0000_0000_0000;

impl Number {
    /// Wraps a double.
    #[must_use]
    #[inline]
    pub fn new(value: f64) -> Number {
        if value.is_nan() {
            Number(CANONICAL_NAN)
        } else {
            Number(value.to_bits())
        }
    }

    /// The double.
    #[must_use]
    #[inline]
    pub fn get(self) -> f64 {
        f64::from_bits(self.0)
    }

    /// The bits of the double.
    #[must_use]
    #[inline]
    pub fn bits(self) -> u64 {
        self.0
    }
}

impl std::fmt::Debug for Number {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.get().fmt(formatter)
    }
}

/// A value of the learner's language, or one of the two that only registers hold: a cell and the marker of a
/// variable that is not yet initialised (which in arrays marks a hole).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Value {
    /// `undefined`.
    #[default]
    Undefined,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string; the reference points at a text slot. Two references may hold equal strings.
    Text(ObjectRef),
    /// A symbol; the reference points at a symbol slot. Two references are two symbols.
    Symbol(ObjectRef),
    /// Any object that lives in the heap.
    Object(ObjectRef),
    /// A built-in function, constructor or namespace.
    Native(Native),
    /// The cell of a captured variable; never seen by the learner.
    Cell(ObjectRef),
    /// A variable in its temporal dead zone, or a hole of an array; never seen by the learner.
    Uninitialized,
}

impl Value {
    /// A number value.
    #[must_use]
    #[inline]
    pub fn number(value: f64) -> Value {
        Value::Number(Number::new(value))
    }

    /// Whether this is `undefined` or `null`.
    #[must_use]
    #[inline]
    pub fn is_nullish(self) -> bool {
        matches!(self, Value::Undefined | Value::Null)
    }

    /// Whether this is an object in the language's sense, built-in or not.
    #[must_use]
    #[inline]
    pub fn is_object(self) -> bool {
        matches!(self, Value::Object(_) | Value::Native(_))
    }

    /// The slot that this value points at.
    #[must_use]
    #[inline]
    pub fn reference(self) -> Option<ObjectRef> {
        match self {
            Value::Text(reference) | Value::Symbol(reference) | Value::Object(reference) | Value::Cell(reference) => {
                Some(reference)
            }
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Native(_)
            | Value::Uninitialized => None,
        }
    }

    /// The object that this value points at.
    #[must_use]
    #[inline]
    pub fn object(self) -> Option<ObjectRef> {
        match self {
            Value::Object(reference) => Some(reference),
            Value::Undefined
            | Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::Text(_)
            | Value::Symbol(_)
            | Value::Native(_)
            | Value::Cell(_)
            | Value::Uninitialized => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_fits_in_two_words_and_there_is_one_nan() {
        assert_eq!(size_of::<Value>(), 16);
        assert_eq!(Number::new(f64::NAN), Number::new(-f64::NAN));
        assert_ne!(Number::new(0.0), Number::new(-0.0));
    }
}
