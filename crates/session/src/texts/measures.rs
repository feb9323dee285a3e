//! What the session says in its part `measures`.

pub(crate) const MESSAGES_OUT: &str = "messages out";
pub(crate) const TO: &str = "{} to {}";
pub(crate) const WAIT_P95: &str = "wait, p95";
pub(crate) const IN_LINE_MOST: &str = "in line, most";
