//! What the session says in its part `lanes`.

pub(crate) const WAITS_FOR: &str = "waits for {}";
pub(crate) const SLEEPS_UNTIL: &str = "sleeps until {}";
pub(crate) const WORKS_UNTIL: &str = "works until {}";
