//! What can go wrong inside one operation.
//!
//! Owns the kinds of built-in errors and the two ways an operation ends early. Error objects are heap objects.

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
    EvalError,
    UriError,
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
            ErrorKind::EvalError => "EvalError",
            ErrorKind::UriError => "URIError",
            ErrorKind::AggregateError => "AggregateError",
        }
    }
}

/// A value that was thrown before there was a frame to throw it in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Thrown(pub Value);

/// What a conversion of an object to a primitive value is for (ECMA-262 section 7.1.1).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Hint {
    /// Nothing in particular.
    Default,
    /// A number.
    Number,
    /// A string.
    String,
}

impl Hint {
    /// What a `[Symbol.toPrimitive]` method is told.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Hint::Default => "default",
            Hint::Number => "number",
            Hint::String => "string",
        }
    }
}

/// Where a native found a value that is to be converted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Place {
    /// It is the receiver.
    This,
    /// It is the argument at this position.
    Arg(u16),
}

/// Why an operation ended early.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Raise {
    /// The value is thrown.
    Throw(Value),
    /// A limit of the heap was reached.
    Limit(LimitKind),
    /// An object is to be converted, and its conversion is the program's: nothing has happened yet, and once the
    /// primitive value stands in its place the operation begins again.
    Primitive {
        /// The object.
        value: Value,
        /// What for.
        hint: Hint,
        /// Where it stands, if that is not the first argument (or the receiver) that it is.
        place: Option<Place>,
    },
    /// The native cannot do this itself; nothing has happened yet: the library's function of the same name does it.
    Library,
}

/// The result of anything that can throw.
pub(crate) type Outcome<T> = Result<T, Raise>;

/// Says where the value stands that a conversion was about.
pub(crate) trait At {
    /// Names the place if it was not named closer to the value.
    #[allow(dead_code, reason = "natives that convert parts of their arguments need it")]
    fn at(self, place: Place) -> Self;
}

impl<T> At for Outcome<T> {
    fn at(self, place: Place) -> Self {
        match self {
            Err(Raise::Primitive {
                value,
                hint,
                place: None,
            }) => Err(Raise::Primitive {
                value,
                hint,
                place: Some(place),
            }),
            other => other,
        }
    }
}
