//! The words of the component `system`.

pub(crate) const EVENT_LOOP: &str = "Event loop";
pub(crate) const CALL_STACK: &str = "Call stack";
pub(crate) const EMPTY_BETWEEN_JOBS: &str = "empty between jobs";
pub(crate) const TICKS: &str = "Ticks";
pub(crate) const MICROTASKS: &str = "Microtasks";
pub(crate) const TIMERS: &str = "Timers";
pub(crate) const IMMEDIATES: &str = "Immediates";
pub(crate) const UNDER_WAY_OUTSIDE: &str = "Under way outside";
pub(crate) const NEXT: &str = "next";
pub(crate) const MORE: &str = "+{} more";
pub(crate) const IDLE: &str = "idle";
pub(crate) const CORES: &str = "Cores";
pub(crate) const WHO_COMPUTES_AND_FOR_HOW: &str = "who computes, and for how long";
pub(crate) const READY: &str = "ready";
pub(crate) const ABORTED: &str = "aborted";
pub(crate) const OF: &str = "of";
pub(crate) const NO_CHILDREN: &str = "no children";
pub(crate) const CHILDREN: &str = "children";
pub(crate) const SCOPES: &str = "Scopes";
pub(crate) const WHO_BELONGS_TO_WHOM: &str = "who belongs to whom";
pub(crate) const NONE: &str = "none";
