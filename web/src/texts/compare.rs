//! The words of the component `compare`.

pub(crate) const GO_TO_WHERE_THEY_PART: &str = "Go to where they part";
pub(crate) const TWO_RUNS: &str = "Two runs";
pub(crate) const LEAVE_THE_COMPARISON: &str = "Leave the comparison";
pub(crate) const HERE_THEY_PART: &str = "Here they part";
pub(crate) const LANES: &str = "Lanes";
