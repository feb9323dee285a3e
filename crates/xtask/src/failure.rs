//! The one error of this program: a line that names what is missing or went wrong. Whoever reads it is a person at a
//! terminal, so there are no kinds to match on.

/// A message for the person who ran the command.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);

/// What every step returns.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// A failure from anything that prints.
pub(crate) fn fail<T>(message: impl Into<String>) -> Outcome<T> {
    Err(Failure(message.into()))
}

/// Puts what was being done before the reason why it failed.
pub(crate) trait Context<T> {
    /// `context: reason`.
    fn context(self, context: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: std::fmt::Display> Context<T> for Result<T, E> {
    fn context(self, context: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| Failure(format!("{}: {error}", context())))
    }
}
