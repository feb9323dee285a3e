//! What the session says in its part `proof`.

pub(crate) const THE_CHECK_WAS_STOPPED_NOTHING_IS: &str = "The check was stopped: nothing is proved.";
pub(crate) const CHECKING_EVERY_INTERLEAVING: &str = "Checking every interleaving.";
pub(crate) const TOO_MANY_STATES_TO_LOOK_AT: &str = "Too many states to look at all of them: testing runs instead.";
pub(crate) const DRAWING_ORDINARY_RUNS_TO_SEE_HOW: &str = "Drawing ordinary runs, to see how often they meet it.";
pub(crate) const TESTED_NOT_PROVED: &str = "Tested, not proved: {}.";
pub(crate) const THE_SCHEDULE_FITS_FOR_STEPS_ONLY: &str = "The schedule fits for {} steps only: {}.";
pub(crate) const IT_HOLDS_STATES_EVERY_INTERLEAVING: &str = "It holds: {} states, every interleaving.";
pub(crate) const NOTHING_WAS_FOUND_IN_STATES_BUT: &str =
    "Nothing was found in {} states, but not everything was looked at.";
pub(crate) const IT_DOES_NOT_HOLD: &str = "It does not hold: {}";
pub(crate) const CHECKS_FAIL_THE_FIRST: &str = "{} checks fail. The first: {}";
pub(crate) const IT_DOES_NOT_HOLD_2: &str = "It does not hold.";
pub(crate) const OF_RANDOM_RUNS_HIT_THIS: &str = "{} of {} random runs hit this";
pub(crate) const OF_WITH_RANDOM_PRIORITIES_DO: &str = "{} of {} with random priorities do";
pub(crate) const THE_PLAIN_RUN_DOES: &str = "the plain run does";
pub(crate) const HERE_IT_IS_IN_STEPS: &str = "here it is in {} steps";
pub(crate) const HERE_IT_IS_IN_STEPS_AND: &str = "here it is in {} steps, and a shorter way may exist";
