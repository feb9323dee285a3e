//! The words of the component `problems`.

pub(crate) const ERROR: &str = "Error";
pub(crate) const WARNING: &str = "Warning";
pub(crate) const LINE: &str = "{}, line {}:{}";
pub(crate) const GO_THERE: &str = "Go there";
pub(crate) const PROBLEMS: &str = "Problems";
