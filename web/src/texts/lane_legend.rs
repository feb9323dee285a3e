//! The words of the component `lane_legend`.

pub(crate) const RUNS: &str = "runs";
pub(crate) const READY: &str = "ready";
pub(crate) const WAITS: &str = "waits";
pub(crate) const COMPUTES: &str = "computes";
pub(crate) const SLEEPS: &str = "sleeps";
pub(crate) const DONE: &str = "done";
pub(crate) const CANCELLED: &str = "cancelled";
pub(crate) const FAILED: &str = "failed";
pub(crate) const READS: &str = "reads a shared variable";
pub(crate) const WRITES: &str = "writes a shared variable";
pub(crate) const LOST_UPDATE: &str = "loses another's update";
pub(crate) const PRINTS: &str = "prints";
pub(crate) const USES_AN_OBJECT: &str = "uses an object";
pub(crate) const MESSAGE: &str = "sends or receives";
pub(crate) const ERROR: &str = "error";
pub(crate) const THE_RUN_FAILS: &str = "the run fails here";
pub(crate) const MAKES: &str = "makes a lane";
pub(crate) const WAKES: &str = "lets a lane go on";
pub(crate) const HANDS_OVER: &str = "hands a permit or lock over";
pub(crate) const SENDS: &str = "sends a value to";
pub(crate) const OVERWROTE: &str = "overwrote what that lane had written";
pub(crate) const LEGEND: &str = "Legend";
pub(crate) const PHASES: &str = "Phases";
pub(crate) const MARKS: &str = "Marks";
pub(crate) const ARROWS: &str = "Arrows";
