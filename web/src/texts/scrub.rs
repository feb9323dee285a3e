//! The words of the component `scrub`.

pub(crate) const STEPS: &str = "Steps";
pub(crate) const TIME: &str = "Time";
pub(crate) const AFTER_OF_STEPS: &str = "after {} of {} steps";
pub(crate) const POSITION_IN_THE_RUN: &str = "Position in the run";
pub(crate) const SHIFT_ARROWS: &str = "Shift+ArrowLeft Shift+ArrowRight";
pub(crate) const AXIS: &str = "Axis: {}";
pub(crate) const WHAT_RUNS_FROM_LEFT_TO: &str = "What runs from left to right: steps or virtual time";
pub(crate) const FIT: &str = "Fit";
pub(crate) const SHOW_THE_WHOLE_RUN: &str = "Show the whole run";
