//! What the session says in its part `worker`.

pub(crate) const THE_PROGRAM_DOES_NOT_COMPILE: &str = "The program does not compile: {}";
pub(crate) const THERE_IS_NO_SEARCH_TO_ASK: &str = "There is no search to ask.";
pub(crate) const THE_SEARCH_HAS_NOT_LOOKED_AT: &str =
    "The search has not looked at this run, which was made on another machine: {}.";
