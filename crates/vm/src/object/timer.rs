//! What `setTimeout`, `setInterval` and `setImmediate` return.
//!
//! Owns what such an object keeps. When its function is called is the world's.

use crate::Value;

/// Which function made a timer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TimerKind {
    /// `setTimeout`: calls once.
    Timeout,
    /// `setInterval`: calls again and again.
    Interval,
    /// `setImmediate`: calls once, as soon as nothing else is due.
    Immediate,
}

/// The state of a timer.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Timer {
    /// Which function made it.
    pub kind: TimerKind,
    /// What it calls.
    pub callback: Value,
    /// What it calls that with.
    pub arguments: Vec<Value>,
    /// How long it waits, in nanoseconds.
    pub delay: u64,
    /// Whether a run goes on for its sake.
    pub is_refed: bool,
    /// Whether it was cleared: it never calls again.
    pub is_cleared: bool,
    /// The number that it was converted to, once it was.
    pub number: Option<u32>,
}
