//! Values as text, the way Node's `console.log` shows them.
//!
//! Owns what is printed and where lines break. It only reads the heap and calls nobody: a `toString` or `toJSON` of
//! the learner's own is not asked.

mod class;
mod error;
mod format;
mod layout;
mod name;
mod printer;
mod quote;
mod short;

use bytecode::Program;

use crate::{Heap, Value};

pub use error::{ErrorPlace, describe_error, error_stack};
pub(crate) use error::{error_headline, stack_of, stack_text};
pub use format::format;
pub use name::function_name;
pub(crate) use name::{constructor_name, function_text, primitive_class, property};
pub use short::{kind_text, received, short};

use printer::Printer;

/// How deep objects within objects are shown.
const DEPTH: usize = 2;

/// A value as `console.log` prints it on its own; strings in quotes.
#[must_use]
pub fn inspect(heap: &Heap, program: &Program, value: Value) -> String {
    Printer::new(heap, program, DEPTH).value(value, 0)
}

#[cfg(test)]
mod tests;
