//! The properties of built-in objects that are no functions.
//!
//! Owns their values and attributes. What follows from being a constructor or a prototype object is told next door.

use crate::native::{Namespace, Native, Owner, Pure};
use crate::{Flags, WellKnownSymbol};

/// What a property that is no function holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Constant {
    /// `true`.
    True,
    /// A number.
    Number(f64),
    /// A string.
    Text(&'static str),
    /// A symbol.
    Symbol(WellKnownSymbol),
    /// Another built-in.
    Native(Native),
    /// A getter and setter that throw.
    Poison,
}

const MATH: &[(&str, Constant)] = &[
    ("E", Constant::Number(std::f64::consts::E)),
    ("LN10", Constant::Number(std::f64::consts::LN_10)),
    ("LN2", Constant::Number(std::f64::consts::LN_2)),
    ("LOG10E", Constant::Number(std::f64::consts::LOG10_E)),
    ("LOG2E", Constant::Number(std::f64::consts::LOG2_E)),
    ("PI", Constant::Number(std::f64::consts::PI)),
    ("SQRT1_2", Constant::Number(std::f64::consts::FRAC_1_SQRT_2)),
    ("SQRT2", Constant::Number(std::f64::consts::SQRT_2)),
];

const NUMBER: &[(&str, Constant)] = &[
    ("MAX_VALUE", Constant::Number(f64::MAX)),
    ("MIN_VALUE", Constant::Number(5e-324)),
    ("NaN", Constant::Number(f64::NAN)),
    ("NEGATIVE_INFINITY", Constant::Number(f64::NEG_INFINITY)),
    ("POSITIVE_INFINITY", Constant::Number(f64::INFINITY)),
    ("MAX_SAFE_INTEGER", Constant::Number(9_007_199_254_740_991.0)),
    ("MIN_SAFE_INTEGER", Constant::Number(-9_007_199_254_740_991.0)),
    ("EPSILON", Constant::Number(f64::EPSILON)),
];

const SYMBOL: &[(&str, Constant)] = &[
    ("asyncIterator", Constant::Symbol(WellKnownSymbol::AsyncIterator)),
    ("hasInstance", Constant::Symbol(WellKnownSymbol::HasInstance)),
    (
        "isConcatSpreadable",
        Constant::Symbol(WellKnownSymbol::IsConcatSpreadable),
    ),
    ("iterator", Constant::Symbol(WellKnownSymbol::Iterator)),
    ("match", Constant::Symbol(WellKnownSymbol::Match)),
    ("matchAll", Constant::Symbol(WellKnownSymbol::MatchAll)),
    ("replace", Constant::Symbol(WellKnownSymbol::Replace)),
    ("search", Constant::Symbol(WellKnownSymbol::Search)),
    ("species", Constant::Symbol(WellKnownSymbol::Species)),
    ("split", Constant::Symbol(WellKnownSymbol::Split)),
    ("toPrimitive", Constant::Symbol(WellKnownSymbol::ToPrimitive)),
    ("toStringTag", Constant::Symbol(WellKnownSymbol::ToStringTag)),
    ("unscopables", Constant::Symbol(WellKnownSymbol::Unscopables)),
];

/// The properties of a built-in object that are no functions, and their attributes. What follows from its being a
/// constructor or a prototype object is not among them.
pub(crate) fn constants(native: Native) -> (&'static [(&'static str, Constant)], Flags) {
    match native {
        Native::Namespace(Namespace::Math) => (MATH, Flags::NONE),
        Native::Pure(Pure::Number) => (NUMBER, Flags::NONE),
        Native::Pure(Pure::Symbol) => (SYMBOL, Flags::NONE),
        Native::Namespace(Namespace::Timers) => (
            &[(
                "promises",
                Constant::Native(Native::Namespace(Namespace::TimersPromises)),
            )],
            Flags::ALL,
        ),
        Native::Namespace(Namespace::PerfHooks) => (
            &[(
                "performance",
                Constant::Native(Native::Namespace(Namespace::Performance)),
            )],
            Flags::ALL,
        ),
        Native::Namespace(Namespace::Module) => (
            &[("exports", Constant::Native(Native::Namespace(Namespace::Exports)))],
            Flags::ALL,
        ),
        Native::Pure(Pure::Require) => (
            &[("main", Constant::Native(Native::Namespace(Namespace::Module)))],
            Flags::ALL,
        ),
        Native::Pure(Pure::EventEmitter) => (
            &[
                ("EventEmitter", Constant::Native(Native::Pure(Pure::EventEmitter))),
                ("defaultMaxListeners", Constant::Number(10.0)),
            ],
            Flags::ALL,
        ),
        Native::Pure(Pure::Error) => (&[("stackTraceLimit", Constant::Number(10.0))], Flags::ALL),
        Native::Prototype(owner) => prototype_constants(owner),
        Native::Pure(_) | Native::Host(_) | Native::Namespace(_) | Native::Library(_) => (&[], Flags::NONE),
    }
}

/// Whether a built-in object that nobody has changed has enumerable properties.
pub(crate) fn has_enumerable(native: Native) -> bool {
    constants(native).1.is_enumerable()
}

macro_rules! named_error {
    ($name:literal) => {
        (
            &[("name", Constant::Text($name)), ("message", Constant::Text(""))],
            Flags::HIDDEN,
        )
    };
}

/// What `with` must not find in arrays, as of ES2023. Only scripts in sloppy mode have `with`; the list is there to be read.
const UNSCOPABLES: &[(&str, Constant)] = &[
    ("at", Constant::True),
    ("copyWithin", Constant::True),
    ("entries", Constant::True),
    ("fill", Constant::True),
    ("find", Constant::True),
    ("findIndex", Constant::True),
    ("findLast", Constant::True),
    ("findLastIndex", Constant::True),
    ("flat", Constant::True),
    ("flatMap", Constant::True),
    ("includes", Constant::True),
    ("keys", Constant::True),
    ("values", Constant::True),
    ("toReversed", Constant::True),
    ("toSorted", Constant::True),
    ("toSpliced", Constant::True),
];

fn prototype_constants(owner: Owner) -> (&'static [(&'static str, Constant)], Flags) {
    match owner {
        Owner::Array => (&[("length", Constant::Number(0.0))], Flags::WRITABLE),
        Owner::ArrayUnscopables => (UNSCOPABLES, Flags::ALL),
        Owner::String => (&[("length", Constant::Number(0.0))], Flags::NONE),
        Owner::Function => (
            &[
                ("length", Constant::Number(0.0)),
                ("name", Constant::Text("")),
                ("arguments", Constant::Poison),
                ("caller", Constant::Poison),
            ],
            Flags::CONFIGURABLE,
        ),
        Owner::Error => named_error!("Error"),
        Owner::TypeError => named_error!("TypeError"),
        Owner::RangeError => named_error!("RangeError"),
        Owner::ReferenceError => named_error!("ReferenceError"),
        Owner::SyntaxError => named_error!("SyntaxError"),
        Owner::EvalError => named_error!("EvalError"),
        Owner::UriError => named_error!("URIError"),
        Owner::AggregateError => named_error!("AggregateError"),
        Owner::GeneratorFunction => (
            &[("prototype", Constant::Native(Native::Prototype(Owner::Generator)))],
            Flags::CONFIGURABLE,
        ),
        Owner::AsyncGeneratorFunction => (
            &[("prototype", Constant::Native(Native::Prototype(Owner::AsyncGenerator)))],
            Flags::CONFIGURABLE,
        ),
        Owner::Generator => (
            &[(
                "constructor",
                Constant::Native(Native::Prototype(Owner::GeneratorFunction)),
            )],
            Flags::CONFIGURABLE,
        ),
        Owner::AsyncGenerator => (
            &[(
                "constructor",
                Constant::Native(Native::Prototype(Owner::AsyncGeneratorFunction)),
            )],
            Flags::CONFIGURABLE,
        ),
        _ => (&[], Flags::NONE),
    }
}

/// The attributes of the `constructor` of a prototype object.
pub(crate) fn constructor_flags(owner: Owner) -> Flags {
    match owner {
        Owner::AsyncFunction | Owner::GeneratorFunction | Owner::AsyncGeneratorFunction => Flags::CONFIGURABLE,
        _ => Flags::HIDDEN,
    }
}
