//! The words of the component `editor`.

pub(crate) const PROGRAM: &str = "Program";
pub(crate) const MORE: &str = "{} more";
