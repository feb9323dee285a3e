//! The words of the component `lane_list`.

pub(crate) const F: &str = "f";
pub(crate) const CHOOSE_WHO_TAKES_THE_NEXT: &str = "Choose who takes the next step";
pub(crate) const PRESS_TO_RUN_A_STEP: &str = "press to run a step";
pub(crate) const PUT_BACK_IN_ITS_PLACE: &str = "Put {} back in its place";
pub(crate) const PUT_ON_TOP: &str = "Put {} on top";
pub(crate) const SHOW_THEM_AS_ONE_ROW: &str = "Show them as one row";
pub(crate) const SHOW_THEM_ONE_BY_ONE: &str = "Show them one by one";
pub(crate) const WITH_KEY: &str = "{} (P)";
pub(crate) const OF_FAMILY: &str = "{}: {}. {}.";
