//! The words of the component `banners`.

pub(crate) const DISMISS: &str = "Dismiss";
pub(crate) const ON_THE_SMALL_INSTANCE: &str = ", on the small instance {}";
pub(crate) const REPLAYING: &str = "Replaying {}";
pub(crate) const STEP_THROUGH_IT_TO_SEE: &str = ": {}{}. Step through it to see how.";
pub(crate) const LEAVE_REPLAY: &str = "Leave replay";
pub(crate) const THE_PROGRAM_HAS_ERRORS_THE: &str =
    "The program has errors: the stage still shows the last text that compiled.";
pub(crate) const CONTINUE: &str = "Continue";
pub(crate) const LINE: &str = " (line {})";
pub(crate) const WHAT_DOES_THAT_MEAN: &str = "What does that mean?";
pub(crate) const COMPARE_WITH_A_GOOD_RUN: &str = "Compare with a good run";
