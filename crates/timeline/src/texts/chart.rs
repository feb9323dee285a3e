//! What the curves of a chart are called.

/// Of an object's places.
pub(crate) const HELD_AND_WAITING: &str = "held and waiting";
pub(crate) const HELD: &str = "held";
pub(crate) const LIMIT: &str = "limit";
pub(crate) const WAITING: &str = "waiting";
pub(crate) const INSIDE: &str = "inside";
/// Of counted facts.
pub(crate) const NUMBERS_ON_ITS_CARD: &str = "numbers on its card";
/// What is done with an object over the run, if time passes; else how much it is altogether.
pub(crate) const SERVED_PER_SECOND: &str = "served per second";
pub(crate) const SERVED: &str = "served";
pub(crate) const SERVED_SO_FAR: &str = "served so far";
