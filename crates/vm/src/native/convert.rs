//! What built-in functions need of their arguments and for their results.
//!
//! Owns conversions with defaults, results within the heap's limits and the two errors that they throw most. The
//! conversions themselves are the interpreter's.

use crate::error::Outcome;
use crate::number;
use crate::run::Machine;
use crate::{ErrorKind, Raise, Text, Value};

impl Machine<'_, '_> {
    pub(super) fn type_error(&mut self, message: &str) -> Raise {
        self.error(ErrorKind::TypeError, message)
    }

    pub(super) fn range_error(&mut self, message: &str) -> Raise {
        self.error(ErrorKind::RangeError, message)
    }

    /// ToIntegerOrInfinity, with a default for `undefined`.
    pub(super) fn integer_or(&mut self, value: Value, default: f64) -> Outcome<f64> {
        if value == Value::Undefined {
            return Ok(default);
        }
        Ok(number::to_integer(self.to_number(value)?))
    }

    /// A position within `length` as `slice` and its like take it: negative ones count from the end.
    pub(super) fn relative_or(&mut self, value: Value, length: usize, default: usize) -> Outcome<usize> {
        if value == Value::Undefined {
            return Ok(default);
        }
        Ok(number::relative_index(self.to_number(value)?, length))
    }

    /// A string as a result.
    pub(super) fn new_text(&mut self, text: Text) -> Outcome<Value> {
        self.context.heap.check_text_len(text.len())?;
        Ok(self.context.heap.alloc_text(text))
    }

    /// An array as a result.
    pub(super) fn new_array(&mut self, items: Vec<Value>) -> Outcome<Value> {
        self.context.heap.check_array_len(items.len())?;
        Ok(Value::Object(self.context.heap.alloc_array(items)))
    }

    /// What a value looks like in an error message.
    pub(super) fn shown(&self, value: Value) -> String {
        crate::short(self.context.heap, self.context.program, value)
    }
}

/// A length or position as a number of the language.
pub(super) fn count(length: usize) -> Value {
    // No length comes near 2^53.
    Value::number(length as f64)
}
