//! What the session says in its part `files`.

pub(crate) const IT_IS_NO_TEXT: &str = "it is no text";
pub(crate) const IS_OPEN_THE_PROGRAM_THAT_WAS: &str = "{} is open. The program that was here is kept.";
pub(crate) const IS_OPEN: &str = "{} is open.";
pub(crate) const COULD_NOT_BE_OPENED: &str = "{} could not be opened: {}.";
pub(crate) const STEP_OF: &str = "{} ({}, step {} of {}{})";
pub(crate) const YOUR_PROGRAM_IS_BACK_THE_OTHER: &str = "Your program is back. The other one is kept.";
pub(crate) const YOUR_PROGRAM_IS_BACK: &str = "Your program is back.";
pub(crate) const THE_FILE: &str = "The file";
