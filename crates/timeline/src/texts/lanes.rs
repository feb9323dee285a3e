//! What is written on the phases of a lane, and what a blocked one waits for.

pub(crate) const READY: &str = "ready";
pub(crate) const RUNS: &str = "runs";
pub(crate) const WAITS_FOR: &str = "waits: {}";
pub(crate) const SLEEPS_UNTIL: &str = "sleeps until {}";
pub(crate) const WORKS_UNTIL: &str = "works until {}";
pub(crate) const DONE: &str = "done";
pub(crate) const CANCELLED: &str = "cancelled";
pub(crate) const FAILED: &str = "failed: {}";
pub(crate) const OPERATION: &str = "{}.{}()";
pub(crate) const THE_END_OF: &str = "the end of {}";
pub(crate) const A_PROMISE: &str = "a promise";
pub(crate) const A_FREE_CORE: &str = "a free core";
pub(crate) const IO: &str = "io {}";
