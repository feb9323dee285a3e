//! What the session says in its part `report`.

pub(crate) const EVERY_INTERLEAVING_ENDS_WELL: &str = "Every interleaving ends well";
pub(crate) const THE_CHECKER_FOUND_A_FAULT_IN: &str = "The checker found a fault in itself and gives no answer: {}.";
pub(crate) const NOTHING_WAS_FOUND_IN_STATES_BUT: &str =
    "Nothing was found in {} states, but not everything was looked at: {}.";
pub(crate) const IT_HOLDS_IN_ALL_STATES_OVER: &str = "It holds in all {} states, over every interleaving.";
pub(crate) const SOME_OF_THE: &str = "some of the";
pub(crate) const RUNS_IN_WHICH_NO_TASK_IS: &str = "{} runs in which no task is interrupted";
pub(crate) const RUNS_WITH_ONE_INTERRUPTION: &str = "{} runs with one interruption";
pub(crate) const RUNS_WITH_INTERRUPTIONS: &str = "{} runs with {} interruptions";
pub(crate) const ORDINARY_RUNS: &str = "{} ordinary runs";
pub(crate) const RUNS_AT_RANDOM: &str = "{} runs at random";
pub(crate) const RUNS_WITH_RANDOM_PRIORITIES: &str = "{} runs with random priorities";
