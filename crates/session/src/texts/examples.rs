//! What the session says about the example programs.

pub(crate) const EXAMPLES: &str = "Examples";
/// An example's group and name.
pub(crate) const EXAMPLE: &str = "{}: {}";
pub(crate) const IS_OPEN: &str = "{} is open, in the playground.";
pub(crate) const IS_OPEN_YOURS_IS_KEPT: &str = "{} is open. The program that was in the playground is kept.";
pub(crate) const NOT_LOADED: &str = "The examples did not load: {}. Open them again to try once more.";
pub(crate) const IT_IS_OPEN: &str = "It is open.";
