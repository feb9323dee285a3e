//! What the session says in its part `run`.

pub(crate) const NOTHING_HAS_RUN_YET_PRESS_RUN: &str =
    "Nothing has run yet. Press Run, take a step, or choose the lane that goes first.";
pub(crate) const STOPPED_AT_STEP_THE_PROGRAM_MAY: &str =
    "Stopped at step {}: the program may never end. Continue, or look at what it has done so far.";
pub(crate) const TAKE: &str = "Take {}";
pub(crate) const COMPLETE_FOR: &str = "Complete {} for {}";
pub(crate) const FINISHED: &str = "Finished";
pub(crate) const EVERY_TASK_HAS_FINISHED_THAT_IS: &str =
    "Every task has finished. That is one run; another order may end otherwise.";
pub(crate) const ASSERTION_FAILED: &str = "Assertion failed";
pub(crate) const A_CONDITION_THAT_MUST_ALWAYS_HOLD: &str = "A condition that must always hold was false";
pub(crate) const UNCAUGHT_ERROR: &str = "Uncaught error";
pub(crate) const UNHANDLED_REJECTION: &str = "Unhandled rejection";
pub(crate) const TWO_TASKS_WERE_ABOUT_TO_TAKE: &str = "Two tasks were about to take the same critical step";
pub(crate) const A_CONDITION_THAT_MUST_BECOME_TRUE: &str = "A condition that must become true never did";
pub(crate) const SOMETHING_WAS_GIVEN_BACK_THAT_WAS: &str = "Something was given back that was not held";
pub(crate) const IN_LANE: &str = "in lane {}";
pub(crate) const AT: &str = "at {}";
pub(crate) const DEADLOCK: &str = "Deadlock";
pub(crate) const NOTHING_CAN_EVER_HAPPEN_AGAIN_AND: &str =
    "Nothing can ever happen again, and not every task has finished.";
pub(crate) const LIMIT_REACHED: &str = "Limit reached";
pub(crate) const THE_RUN_REACHED: &str = "The run reached {}: {}.";
pub(crate) const CONTINUE_ALLOWS: &str = "{} Continue allows {}.";
pub(crate) const MORE_THAN_THAT_IS_NOT_POSSIBLE: &str = "{} More than that is not possible here.";
