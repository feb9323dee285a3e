//! The text form of a program.
//!
//! Owns the syntax in which every table of a program can be written down and read back without loss: one line per
//! entry, operands by name, comments after `;`. Checks the syntax only, not whether a program makes sense.

mod assemble;
mod borrowed;
mod disassemble;
mod operand;

pub use assemble::{AssembleError, assemble};
pub use disassemble::disassemble;

#[cfg(test)]
mod tests;
