//! What the session says in its part `system`.

pub(crate) const NEXT_COMES_THE_FIRST: &str = "Next comes the first {}: {}.";
pub(crate) const NO_MICROTASK_IS_LEFT_NEXT_COMES: &str = "No microtask is left: next comes the timer that is due, {}.";
pub(crate) const NO_MICROTASK_IS_LEFT_NEXT_COMES_2: &str = "No microtask is left: next comes an immediate that {}.";
pub(crate) const NOTHING_CAN_RUN_NOW_THE_LOOP: &str = "Nothing can run now: the loop waits for the first timer, {}.";
pub(crate) const NOTHING_CAN_RUN_NOW_THE_LOOP_2: &str =
    "Nothing can run now: the loop waits for what is under way outside.";
pub(crate) const THE_LOOP_HAS_NOTHING_LEFT_TO: &str = "The loop has nothing left to do.";
