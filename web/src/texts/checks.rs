//! The words of the component `checks`.

pub(crate) const NOT_CHECKED_YET: &str = "not checked yet";
pub(crate) const BEING_CHECKED: &str = "being checked";
pub(crate) const NOT_DECIDED: &str = "not decided";
pub(crate) const CHECKS: &str = "Checks";
pub(crate) const LINE: &str = "line {}";
pub(crate) const WITH: &str = "with {}";
pub(crate) const REPLAYING: &str = "Replaying";
pub(crate) const REPLAY: &str = "Replay";
pub(crate) const COMPARE: &str = "Compare";
pub(crate) const REPLAY_IT_BESIDE_A_RUN: &str = "Replay it beside a run that ends well";
