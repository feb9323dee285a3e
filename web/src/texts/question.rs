//! The words of the component `question`.

pub(crate) const RIGHT: &str = "Right. ";
pub(crate) const NOT_QUITE: &str = "Not quite. ";
