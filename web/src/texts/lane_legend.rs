//! The words of the component `lane_legend`.

pub(crate) const LOST_UPDATE: &str = "lost update";
pub(crate) const USES_AN_OBJECT: &str = "uses an object";
pub(crate) const THE_RUN_FAILS: &str = "the run fails";
pub(crate) const WHAT_COLOURS_PATTERNS_AND_SHAPES: &str = "What colours, patterns and shapes mean";
pub(crate) const RUNS: &str = "runs";
pub(crate) const READY: &str = "ready";
pub(crate) const WAITS: &str = "waits";
pub(crate) const COMPUTES: &str = "computes";
pub(crate) const SLEEPS: &str = "sleeps";
pub(crate) const DONE: &str = "done";
pub(crate) const CANCELLED: &str = "cancelled";
pub(crate) const READS: &str = "reads";
pub(crate) const WRITES: &str = "writes";
pub(crate) const PRINTS: &str = "prints";
pub(crate) const MESSAGE: &str = "message";
pub(crate) const ERROR: &str = "error";
