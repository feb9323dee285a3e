//! What stands beside the lanes in a picture, and what its legend says.

pub(crate) const RUNS: &str = "runs";
pub(crate) const READY: &str = "ready";
pub(crate) const WAITS: &str = "waits";
pub(crate) const SLEEPS: &str = "sleeps";
pub(crate) const COMPUTES: &str = "computes";
pub(crate) const DONE: &str = "done";
pub(crate) const CANCELLED: &str = "cancelled";
pub(crate) const FAILED: &str = "failed";
pub(crate) const READS: &str = "reads";
pub(crate) const WRITES: &str = "writes";
pub(crate) const LOST_UPDATE: &str = "lost update";
pub(crate) const PRINTS: &str = "prints";
pub(crate) const USES_AN_OBJECT: &str = "uses an object";
pub(crate) const MESSAGE: &str = "message";
pub(crate) const ERROR: &str = "error";
pub(crate) const THE_RUN_FAILS: &str = "the run fails";
pub(crate) const MAKES: &str = "makes";
pub(crate) const WAKES: &str = "wakes";
pub(crate) const HANDS_OVER_TO: &str = "hands over to";
pub(crate) const SENDS_TO: &str = "sends to";
pub(crate) const OVERWROTE: &str = "overwrote";
pub(crate) const STEP: &str = "step";
pub(crate) const VIRTUAL_TIME: &str = "virtual time";
pub(crate) const MORE_LANES: &str = "{} more lanes are not in this picture.";
