//! The words of the component `variables`.

pub(crate) const WRITTEN_BY: &str = "written by ";
pub(crate) const JUST_READ: &str = "just read";
pub(crate) const IN: &str = "in {}";
pub(crate) const VARIABLES: &str = "Variables";
pub(crate) const SHARED: &str = "shared";
