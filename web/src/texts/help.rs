//! The words of the component `help`.

pub(crate) const KEYS: &str = "Keys";
pub(crate) const ON_A_MAC_DOES_WHAT: &str = "On a Mac, ⌘ does what Ctrl does.";
pub(crate) const WRITING_PROGRAMS_IN_AN_EDITOR: &str = "Writing programs in an editor of your own? ";
pub(crate) const HAS_THE_TYPES: &str = " has the types.";
pub(crate) const CLOSE: &str = "Close";
