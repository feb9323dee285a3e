//! Regular expressions of ECMA-262 (section 22.2), with a budget of steps.
//!
//! Owns the syntax (with the forms of annex B), its early errors in V8's words, the Unicode sets and a backtracking
//! matcher over UTF-16 code units that stops when its budget is used up: a pattern cannot hang whoever runs it. It knows
//! no objects, no `lastIndex` and no replacement templates.

mod char_set;
mod class;
mod class_set;
mod compile;
mod escape;
mod exec;
mod flags;
mod fold;
mod node;
mod parse;
mod program;
mod source;
#[cfg(test)]
mod tests;
mod unicode;

pub use exec::{Captures, Exhausted, Input};
pub use flags::Flags;
pub use parse::SyntaxError;
pub use program::Program;
pub use source::escaped_source;
