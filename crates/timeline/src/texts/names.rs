//! What is called by its number because it has no name.

pub(crate) const TASK: &str = "task {}";
pub(crate) const OBJECT: &str = "object {}";
pub(crate) const OF_CLASS: &str = "{} {}";
pub(crate) const FIRST_TO_LAST: &str = "{}…{}";
