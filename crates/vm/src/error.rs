//! What can go wrong inside one operation.
//!
//! Owns the kinds of built-in errors and the two ways an operation ends early. Error objects are heap objects.

use bytecode::FunctionId;

use crate::{LimitKind, Value};

/// The built-in error constructors.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[allow(missing_docs, reason = "the names are the constructors' names in ECMA-262")]
pub enum ErrorKind {
    Error,
    TypeError,
    RangeError,
    ReferenceError,
    SyntaxError,
    AggregateError,
}

impl ErrorKind {
    /// The constructor's name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::Error => "Error",
            ErrorKind::TypeError => "TypeError",
            ErrorKind::RangeError => "RangeError",
            ErrorKind::ReferenceError => "ReferenceError",
            ErrorKind::SyntaxError => "SyntaxError",
            ErrorKind::AggregateError => "AggregateError",
        }
    }
}

/// A line of the stack that an error remembers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct StackLine {
    /// The function.
    pub function: FunctionId,
    /// The line in the source.
    pub line: u32,
}

/// A value that was thrown before there was a frame to throw it in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Thrown(pub Value);

/// Why an operation ended early.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Raise {
    /// The value is thrown.
    Throw(Value),
    /// A limit of the heap was reached.
    Limit(LimitKind),
}

/// The result of anything that can throw.
pub(crate) type Outcome<T> = Result<T, Raise>;
