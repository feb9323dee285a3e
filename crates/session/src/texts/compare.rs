//! What the session says in its part `compare`.

pub(crate) const A_RUN_THAT_ENDS_WELL: &str = "A run that ends well";
pub(crate) const NO_RUN_THAT_ENDS_WELL_WAS: &str = "No run that ends well was found: perhaps there is none.";
pub(crate) const IT_IS_OVER_BY_NOW: &str = "It is over by now.";
pub(crate) const NOTHING_HAS_RUN_YET: &str = "Nothing has run yet.";
pub(crate) const THE_TWO_RUNS_ARE_THE_SAME: &str = "The two runs are the same.";
pub(crate) const IT_IS_OVER: &str = "it is over";
pub(crate) const NOTHING_HAS_RUN_YET_2: &str = "nothing has run yet";
pub(crate) const THEY_PART_AT_STEP_HERE_THERE: &str = "They part at step {}: here {}; there {}.";
pub(crate) const FINISHED: &str = "Finished";
pub(crate) const ASSERTION_FAILED: &str = "Assertion failed";
pub(crate) const PROPERTY_FAILED: &str = "Property failed";
pub(crate) const ERROR: &str = "Error";
pub(crate) const DEADLOCK: &str = "Deadlock";
pub(crate) const LIMIT: &str = "Limit";
