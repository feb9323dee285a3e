//! The words of the component `palette`.

pub(crate) const COMMANDS: &str = "Commands";
pub(crate) const TYPE_A_COMMAND_A_LESSON: &str = "Type a command, a lesson, a model…";
pub(crate) const COMMAND: &str = "Command";
pub(crate) const NO_COMMAND_HAS_THESE_LETTERS: &str = "No command has these letters.";
pub(crate) const FOUND: &str = "{} found";
pub(crate) const USED_BEFORE: &str = "used before";
