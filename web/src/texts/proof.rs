//! The words of the component `proof`.

pub(crate) const PROVE_IT: &str = "Prove it";
pub(crate) const CANCEL: &str = "Cancel";
pub(crate) const A_RUN_SHOWS_ONE_ORDER: &str = "A run shows one order of steps. The proof takes every choice that the scheduler has at every step, and shows you the shortest order that goes wrong, if there is one.";
pub(crate) const THE_PROGRAM_HAS_CHANGED_SINCE: &str = "The program has changed since. ";
pub(crate) const PROVE_AGAIN: &str = "Prove again";
pub(crate) const A_LIMIT_ENDED_THE_SEARCH: &str = "A limit ended the search. ";
pub(crate) const CONTINUE: &str = "Continue";
pub(crate) const HOW_CAN_IT_GO_WRONG: &str = "How can it go wrong from here?";
pub(crate) const TELL_ME_MORE: &str = "Tell me more";
pub(crate) const READ_THE_DEBRIEF: &str = "Read the debrief";
pub(crate) const STEPS_TAKEN: &str = "steps taken";
pub(crate) const STATES_S: &str = "states / s";
pub(crate) const STILL_TO_LOOK_AT: &str = "still to look at";
