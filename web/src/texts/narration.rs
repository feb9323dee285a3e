//! The words of the component `narration`.

pub(crate) const LET_TIME_PASS: &str = "Let time pass";
pub(crate) const MOVE_THE_CLOCK_TO_THE: &str = "Move the clock to the next deadline (T)";
pub(crate) const STEP: &str = "step {}";
pub(crate) const WHAT_JUST_HAPPENED: &str = "What just happened";
