//! What a pure built-in function does to objects that several tasks may reach.
//!
//! Owns the classes. Which function has which is in the table of calls; whether a call is visible follows from it and
//! from what is shared, which the interpreter looks up.

/// Which objects a call depends on or changes. Functions that convert their arguments to strings or numbers read
/// whatever arrays those refer to. Making an iterator reads nothing yet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Effect {
    /// None that can change.
    None,
    /// It reads the receiver.
    Reads,
    /// It changes the receiver.
    Writes,
    /// It reads the receiver and its arguments and whatever they refer to.
    ReadsDeep,
    /// It reads its arguments.
    ReadsArgs,
    /// It changes its first argument, and reads the others.
    WritesFirst,
}
