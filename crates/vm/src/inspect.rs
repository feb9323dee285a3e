//! Values as text, the way Node's `console.log` shows them.
//!
//! Owns what is printed and where lines break. It only reads the heap and calls nobody: a `toString` or `toJSON` of
//! the learner's own is not asked.

mod class;
mod error;
mod format;
mod layout;
mod name;
mod parts;
mod printer;
mod quote;
mod short;

use bytecode::Program;

use crate::{Heap, Value};

pub use error::{ErrorPlace, describe_error, error_stack};
pub(crate) use error::{error_headline, stack_of, stack_text};
pub use format::format;
pub(crate) use layout::width;
pub use name::function_name;
pub(crate) use name::{constructor_name, function_text, own_name, primitive_class, property, tag_of};
pub use parts::{part_count, parts};
pub use short::{kind_text, received, short};

use printer::Printer;

/// How deep objects within objects are shown.
const DEPTH: usize = 2;

/// How a value is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct InspectOptions {
    /// How deep objects within objects are shown; without a depth an object is only named.
    pub depth: Option<usize>,
    /// How many elements of an array or entries of a collection are shown.
    pub max_items: usize,
    /// How long a line may get.
    pub line_width: usize,
    /// Whether properties that are not enumerable are shown too.
    pub shows_hidden: bool,
}

/// A value as Node's `util.inspect` prints it.
#[must_use]
pub fn inspect_with(heap: &Heap, program: &Program, value: Value, options: InspectOptions) -> String {
    Printer::with_options(heap, program, options).value(value, 0)
}

/// A value as `console.log` prints it on its own; strings in quotes.
#[must_use]
pub fn inspect(heap: &Heap, program: &Program, value: Value) -> String {
    Printer::new(heap, program, DEPTH).value(value, 0)
}

#[cfg(test)]
mod tests;
