//! What the session says in its part `inspect`.

pub(crate) const CONSOLE: &str = "Console";
pub(crate) const PROOF: &str = "Proof";
pub(crate) const INSPECT: &str = "Inspect";
pub(crate) const EVENTS: &str = "Events";
pub(crate) const CHOICES: &str = "Choices";
pub(crate) const MEASURES: &str = "Measures";
pub(crate) const MORE: &str = "{} more";
pub(crate) const CHANGED_IN_THIS_STEP: &str = "changed in this step";
pub(crate) const CHANGED_SINCE_THIS_LANE_RAN: &str = "changed since this lane ran";
pub(crate) const CHANGED_IT_IN_STEP: &str = "{} changed it in step {}";
pub(crate) const CHANGED_IN_STEP: &str = "changed in step {}";
