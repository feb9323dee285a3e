//! The words of the component `console`.

pub(crate) const NOTHING_PRINTED_YET: &str = "Nothing printed yet.";
pub(crate) const LINE: &str = "line {}";
pub(crate) const EARLIER_LINES_ARE_NOT_SHOWN: &str = "{} earlier lines are not shown.";
pub(crate) const CONSOLE: &str = "Console";
